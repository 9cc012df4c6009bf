import type { Payload } from "../../domain/payload.ts";

/** One message of the simulator's answer to `GET /sim/messages`, as the page reads it. */
export interface SimMessage {
  readonly id: string;
  /** Seen from the Union: `in` was written on the handset, `out` was sent to it. */
  readonly direction: "in" | "out";
  /** ISO 8601. */
  readonly at: string;
  readonly text: string;
  /** The language it was written in; null when nobody knows. */
  readonly language: string | null;
  /** What can be tapped; null for what the person wrote. */
  readonly payload: Payload | null;
  readonly status: string;
  readonly segments: {
    readonly encoding: "gsm7" | "ucs2";
    readonly units: number;
    readonly segments: number;
  } | null;
}

/** The messages after a cursor, oldest first, and the cursor to ask with next. */
export interface SimMessages {
  readonly messages: readonly SimMessage[];
  readonly cursor: string;
}
