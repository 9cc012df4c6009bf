import type { SendOutcome } from "../../../domain/send-outcome.ts";

interface MagicRecipient {
  /** What the number or chat id ends in. */
  readonly ending: string;
  readonly outcome: Exclude<SendOutcome, { kind: "accepted" }>;
}

const refusal = (refusal: Extract<SendOutcome, { kind: "refused" }>["refusal"], detail: string) =>
  ({ kind: "refused", refusal, code: "simulated", detail }) as const;

/**
 * Addresses in the simulator that fail in a known way, so that a failure can be watched without breaking anything.
 *
 * The idea is GOV.UK Notify's: https://docs.notifications.service.gov.uk/node.html#smoke-testing.
 */
export const magicRecipients: readonly MagicRecipient[] = [
  { ending: "000404", outcome: refusal("invalid_address", "simulated: there is no such number") },
  { ending: "000410", outcome: refusal("opt_out", "simulated: this person has blocked us") },
  { ending: "000408", outcome: refusal("window_closed", "simulated: the 24-hour window is closed") },
  { ending: "000480", outcome: refusal("unreachable", "simulated: the phone is off") },
  { ending: "000451", outcome: refusal("content", "simulated: the carrier filters this text") },
  {
    ending: "000429",
    outcome: { ...refusal("throttled", "simulated: too many messages"), retryAfterMs: 1000 },
  },
  { ending: "000503", outcome: { kind: "not_sent", detail: "simulated: no connection" } },
  { ending: "000500", outcome: { kind: "unknown", detail: "simulated: no answer came back" } },
];

/** What happens to a message for this address, or null for an ordinary one. */
export const magicOutcome = (identifier: string): SendOutcome | null =>
  magicRecipients.find(({ ending }) => identifier.endsWith(ending))?.outcome ?? null;
