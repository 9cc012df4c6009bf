import type { Address } from "../../domain/address.ts";
import type { InboundKind } from "../../domain/inbound-message.ts";
import type { Moment } from "../../domain/moment.ts";

/** An address at first contact. */
export interface NewAddress extends Address {
  readonly id: string;
  readonly country: string | null;
  /** Which of our senders was written to. */
  readonly account: string;
  /** What to speak until the person has chosen. */
  readonly language: string;
  readonly firstSeenAt: Moment;
}

/** A delivery, ready to be inserted. */
export interface NewInbound {
  readonly addressId: string;
  readonly account: string;
  readonly providerId: string;
  readonly kind: InboundKind;
  readonly text: string;
  readonly choice: string | null;
  readonly providerAnswered: boolean;
  /** JSON. */
  readonly unread: string;
  readonly requestId: string;
  readonly receivedAt: Moment;
}

export type RecordedInbound =
  | { readonly kind: "recorded"; readonly id: number; readonly addressId: string }
  | { readonly kind: "duplicate" };
