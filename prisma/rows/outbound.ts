import { z } from "zod";
import { channelKinds } from "../../domain/address.ts";
import { type MessageStatus, messageStatuses } from "../../domain/delivery-status.ts";
import { type MessageClass, messageClasses } from "../../domain/message-class.ts";
import type { Moment } from "../../domain/moment.ts";
import type { Payload } from "../../domain/payload.ts";

/** A message for the outbox. */
export interface NewOutbound {
  readonly id: string;
  readonly addressId: string;
  readonly account: string;
  readonly key: string;
  readonly class: MessageClass;
  readonly topic: string;
  readonly language: string;
  readonly requestId: string;
  readonly queuedAt: Moment;
  readonly notBefore: Moment;
  readonly expiresAt: Moment;
  /** It waits until the person writes, as her channel takes only templates until then. */
  readonly isHeld?: boolean;
  readonly parts: readonly NewPart[];
}
export interface NewPart {
  readonly payload: Payload;
  readonly segments: number;
}

export interface ClaimRequest {
  readonly id: string;
  readonly leaseToken: string;
  readonly leaseUntil: Moment;
}

/** A message that one sender holds, with the parts that are not yet known to be sent. */
export const claimed = z.object({
  id: z.string(),
  addressId: z.string(),
  channel: z.enum(channelKinds),
  identifier: z.string(),
  account: z.string(),
  class: z.enum(messageClasses),
  status: z.enum(messageStatuses),
  requestId: z.string(),
  attempt: z.number(),
  repeats: z.number(),
  looks: z.number(),
  queuedAt: z.number(),
  expiresAt: z.number(),
  leaseToken: z.string().nullable(),
  leaseUntil: z.number().nullable(),
  parts: z.array(
    z.object({
      n: z.number(),
      payload: z.unknown(),
      status: z.enum(messageStatuses),
      providerId: z.string().nullable(),
    }),
  ),
});
export type Claimed = z.infer<typeof claimed>;

/** What happened to one part, and what that makes of its message. */
export interface PartResult {
  readonly messageId: string;
  /** Only the sender that still holds the lease may change the message. */
  readonly leaseToken: string;
  readonly part: number;
  readonly attempt: {
    readonly startedAt: Moment;
    readonly endedAt: Moment;
    readonly outcome: string;
    readonly code: string | null;
    readonly detail: string | null;
  };
  readonly partStatus: MessageStatus;
  readonly providerId: string | null;
  readonly message: MessageOutcome;
  /** Nothing but a reply may leave on this lane before then; null: as it was. */
  readonly spacedUntil: Moment | null;
  /** The provider says that nothing reaches this address: what its lane becomes; null: as it was. */
  readonly laneBecomes: "stopped" | "blocked" | null;
}

export interface MessageOutcome {
  readonly status: MessageStatus;
  readonly reason: string | null;
  /** For `queued` and `unknown`: when to try, or to ask the provider. */
  readonly dueAt: Moment;
  /** Added to the count of tries; a refusal for being too fast is none. */
  readonly attempts: number;
  readonly repeats: number;
  readonly looks: number;
}

/** A message that may leave now. */
export const dueMessage = z.object({
  id: z.string(),
  account: z.string(),
  attempt: z.number(),
  class: z.enum(messageClasses),
});
export type DueMessage = z.infer<typeof dueMessage>;

/** The part a receipt speaks of, with all parts of its message. */
export const receiptTarget = z.object({
  messageId: z.string(),
  n: z.number(),
  messageStatus: z.enum(messageStatuses),
  requestId: z.string(),
  addressId: z.string(),
  parts: z.array(z.object({ n: z.number(), status: z.enum(messageStatuses) })),
});
export type ReceiptTarget = z.infer<typeof receiptTarget>;

export interface StatusChange {
  readonly messageId: string;
  readonly part: number;
  readonly partStatus: MessageStatus;
  readonly providerId: string;
  readonly code: string | null;
  readonly messageStatus: MessageStatus;
  readonly reason: string | null;
}
