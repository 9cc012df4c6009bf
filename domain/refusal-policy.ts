import { hourMs, minuteMs } from "./moment.ts";
import type { RefusalClass } from "./send-outcome.ts";

/** What to do when a provider has refused a message. */
export interface RefusalPolicy {
  /**
   * How long to wait before each further try, in milliseconds; null: never again. A wait that the provider
   * names comes before ours.
   */
  readonly retryAfterMs: readonly number[] | null;
  /** False: not the message's fault, so the list starts from its beginning each time, until the message expires. */
  readonly countsAttempt: boolean;
  /** True: nothing more is sent to this address until the person writes again. */
  readonly stopsAddress: boolean;
  /** True: only the operator can mend it. */
  readonly alertsOperator: boolean;
}

const giveUp: RefusalPolicy = {
  retryAfterMs: null,
  countsAttempt: true,
  stopsAddress: false,
  alertsOperator: false,
};

/**
 * The policy for each class of refusal.
 *
 * @see https://www.twilio.com/docs/api/errors
 * @see https://core.telegram.org/bots/api#making-requests
 */
export const refusalPolicy: Readonly<Record<RefusalClass, RefusalPolicy>> = {
  opt_out: { ...giveUp, stopsAddress: true },
  invalid_address: { ...giveUp, stopsAddress: true },
  // Refused again in the same form: it goes out as a template, on another channel, or when the person next writes.
  window_closed: giveUp,
  expired: giveUp,
  content: { ...giveUp, alertsOperator: true },
  template: { ...giveUp, alertsOperator: true },
  // A phone that is off, full or out of reach, usually for hours.
  unreachable: { ...giveUp, retryAfterMs: [15 * minuteMs, 2 * hourMs, 12 * hourMs] },
  // Never processed, so always safe to send again (https://www.twilio.com/docs/api/errors/20429).
  throttled: { ...giveUp, retryAfterMs: [minuteMs], countsAttempt: false },
  configuration: { ...giveUp, retryAfterMs: [5 * minuteMs], countsAttempt: false, alertsOperator: true },
};

/**
 * How long to wait before trying again after `attempts` tries that counted (1 after the first), in
 * milliseconds; null: give up.
 */
export function retryDelayMs(refusal: RefusalClass, attempts: number): number | null {
  const { retryAfterMs, countsAttempt } = refusalPolicy[refusal];
  return retryAfterMs?.[countsAttempt ? attempts - 1 : 0] ?? null;
}
