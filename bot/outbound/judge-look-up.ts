import { mayRepeat } from "../../domain/message-class.ts";
import type { Moment } from "../../domain/moment.ts";
import type { LookUpOutcome } from "../../domain/send-outcome.ts";
import type { Claimed, MessageOutcome } from "../../prisma/rows/outbound.ts";

/** What asking about a part of unknown outcome came to. */
export type LookUpAnswer =
  | LookUpOutcome
  /** This provider keeps no list that we could read. */
  | { readonly kind: "cannot_ask" }
  /** It had been settled meanwhile. */
  | { readonly kind: "known" };

/** A provider that says twice that it has no such message is believed: its list may lag behind what it took. */
const looksUntilAbsent = 2;

/**
 * What a provider's answer makes of a message. Found is sent; surely absent may leave again; who could answer and does
 * not is asked again for as long as the message is of use; what nobody can tell follows its class. Pure.
 */
export function judgeLookUp(
  answer: LookUpAnswer,
  message: Claimed,
  isLastPart: boolean,
  now: Moment,
  lookUpAfterMs: number,
): MessageOutcome {
  const kept = { attempts: 1, repeats: 0, looks: 0 };
  const askAgain = { ...kept, status: "unknown", dueAt: now + lookUpAfterMs } as const;
  switch (answer.kind) {
    case "found":
    case "known":
      return {
        ...kept,
        ...countAnew(message),
        status: isLastPart ? "sent" : "queued",
        reason: null,
        dueAt: now,
      };
    case "absent":
      if (message.looks + 1 < looksUntilAbsent)
        return { ...askAgain, looks: 1, reason: "the provider does not know it yet" };
      return {
        ...kept,
        ...countAnew(message),
        status: "queued",
        reason: "the provider never had it",
        dueAt: now,
      };
    case "no_answer":
      return now < message.expiresAt
        ? { ...askAgain, reason: "the provider does not say whether it has it" }
        : { ...kept, ...lost, dueAt: now };
    case "cannot_ask":
      return mayRepeat(message.class, message.repeats, now - message.queuedAt)
        ? {
            ...kept,
            status: "queued",
            repeats: 1,
            reason: "sent again: nobody knows whether it arrived",
            dueAt: now,
          }
        : { ...kept, ...lost, dueAt: now };
  }
}

const lost = { status: "failed", reason: "nobody knows whether it arrived" } as const;

/** Should the next outcome be unknown too, of this part or another, one look will not do. */
const countAnew = ({ looks }: Claimed) => ({ looks: -looks });
