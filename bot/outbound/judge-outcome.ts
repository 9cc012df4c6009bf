import type { MessageStatus } from "../../domain/delivery-status.ts";
import type { Moment } from "../../domain/moment.ts";
import { refusalPolicy, retryDelayMs } from "../../domain/refusal-policy.ts";
import type { SendOutcome } from "../../domain/send-outcome.ts";
import type { Claimed, MessageOutcome } from "../../prisma/rows/outbound.ts";

/** What an outcome makes of a part and of its message. */
export interface Judgement {
  readonly partStatus: MessageStatus;
  readonly providerId: string | null;
  readonly code: string | null;
  readonly detail: string | null;
  readonly message: MessageOutcome;
  /** How long the whole sender must rest, because the provider said "too fast"; null: it need not. */
  readonly restMs: number | null;
  /** The lane ends here: the person has stopped us with the provider, or there is nobody at the address. */
  readonly laneBecomes: "stopped" | "blocked" | null;
}

/** How long to wait before trying again when no connection could be made, in milliseconds; the last one repeats. */
const reconnectAfterMs = [1_000, 5_000, 15_000, 60_000] as const;

/** Decides what follows from an outcome. Pure. `isLastPart`: nothing of the message remains to be sent after this part. */
export function judgeOutcome(
  outcome: SendOutcome,
  message: Claimed,
  isLastPart: boolean,
  now: Moment,
  lookUpAfterMs: number,
): Judgement {
  const kept = { attempts: 1, repeats: 0, looks: 0 };
  switch (outcome.kind) {
    case "accepted":
      return {
        partStatus: "sent",
        providerId: outcome.providerId,
        code: null,
        detail: null,
        message: { ...kept, status: isLastPart ? "sent" : "sending", reason: null, dueAt: now },
        restMs: null,
        laneBecomes: null,
      };
    case "unknown":
      return {
        ...unsettled("unknown", null, outcome.detail),
        message: {
          ...kept,
          status: "unknown",
          reason: "the provider's answer was lost",
          dueAt: now + lookUpAfterMs,
        },
      };
    case "not_sent": {
      const waitMs =
        reconnectAfterMs[Math.min(message.attempt, reconnectAfterMs.length) - 1] ?? reconnectAfterMs[0];
      return {
        ...unsettled("queued", null, outcome.detail),
        message: { ...kept, status: "queued", reason: "no connection", dueAt: now + waitMs },
      };
    }
    case "refused": {
      const { refusal, code, detail } = outcome;
      const isThrottled = refusal === "throttled";
      const waitMs = outcome.retryAfterMs ?? retryDelayMs(refusal, message.attempt);
      if (waitMs === null || (!isThrottled && retryDelayMs(refusal, message.attempt) === null)) {
        const status = refusal === "invalid_address" || refusal === "opt_out" ? "undeliverable" : "failed";
        return {
          ...unsettled(status, code, detail),
          message: { ...kept, status, reason: refusal, dueAt: now },
          laneBecomes: refusalPolicy[refusal].stopsAddress
            ? refusal === "opt_out"
              ? "stopped"
              : "blocked"
            : null,
        };
      }
      return {
        ...unsettled("queued", code, detail),
        message: {
          ...kept,
          attempts: isThrottled ? 0 : 1,
          status: "queued",
          reason: refusal,
          dueAt: now + waitMs,
        },
        restMs: isThrottled ? waitMs : null,
      };
    }
  }
}

const unsettled = (partStatus: MessageStatus, code: string | null, detail: string | null) => ({
  partStatus,
  providerId: null,
  code,
  detail,
  restMs: null,
  laneBecomes: null,
});
