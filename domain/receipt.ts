import type { MessageStatus } from "./delivery-status.ts";

/** A delivery report, in our words. */
export interface Receipt {
  readonly account: string;
  /** Our own message id, from the callback address; null when the provider gave none back. */
  readonly messageId: string | null;
  /** Which part of a message that was sent in several; counted from 1. */
  readonly part: number;
  readonly providerId: string;
  /** The provider's own word, kept as it came. */
  readonly providerStatus: string;
  /** Null for a word we do not know: stored, and it changes nothing. */
  readonly status: MessageStatus | null;
  readonly code: string | null;
}
