import type { Moment } from "../../domain/moment.ts";

/** What a timer is for. */
export const timerKinds = ["reminder", "case_return"] as const;
export type TimerKind = (typeof timerKinds)[number];

export interface NewTimer {
  readonly key: string;
  readonly addressId: string;
  readonly kind: TimerKind;
  /** The lane's turn it was set for; a later turn makes it void. */
  readonly turn: number;
  readonly dueAt: Moment;
}

export interface DueTimer {
  readonly key: string;
  readonly addressId: string;
  readonly kind: TimerKind;
  readonly turn: number;
}
