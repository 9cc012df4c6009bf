import { dayMs, type Moment } from "../moment.ts";

/** What one earlier alert in the last 30 days takes away: enough to reach clearly more members, as the tests show. */
export const usualExposureWeight = 0.1;

const exposureMs = 30 * dayMs;

/**
 * How much a member's turn it is, 1 for somebody who has not been told of any work in 30 days, less with every
 * alert since.
 */
export function exposureOf(alerts: readonly Moment[], now: Moment, weight: number): number {
  let recent = 0;
  for (const at of alerts) if (at > now - exposureMs) recent += 1;
  return 1 / (1 + weight * recent);
}
