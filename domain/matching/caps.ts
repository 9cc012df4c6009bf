import { dayMs, type Moment } from "../moment.ts";

/**
 * How much is sent at most. More is not better: members who got many job texts waited for better offers and
 * worked less (Kelley, Ksoll and Magruder, Journal of Development Economics 166, 2024). The numbers are our own,
 * for members to vote on.
 */
export const caps = {
  /** Messages about jobs to one member. */
  alertsInADay: 1,
  alertsInAWeek: 3,
  /** Openings in one message. */
  openingsInAnAlert: 3,
  /** Members told of an opening at once; one with more than three places tells as many more. */
  inAWave: 40,
  placesInAWave: 3,
  waveEveryMs: dayMs,
  /** Interested members for each place: then nobody else is given hope. */
  interestedForAPlace: 8,
} as const;

const weekMs = 7 * dayMs;

/** How many more messages about jobs a member may get now, by those of the last day and the last seven days. */
export function alertsLeft(alerts: readonly Moment[], now: Moment): number {
  let inDay = 0;
  let inWeek = 0;
  for (const at of alerts) {
    if (at > now - dayMs) inDay += 1;
    if (at > now - weekMs) inWeek += 1;
  }
  return Math.max(0, Math.min(caps.alertsInADay - inDay, caps.alertsInAWeek - inWeek));
}

/** How an opening stands with those who were told of it. */
export interface WaveState {
  readonly places: number;
  readonly interested: number;
  /** Null before the first wave. */
  readonly lastWaveAt: Moment | null;
}

/** What comes next for an opening. */
export type NextWave =
  | { readonly kind: "tell"; readonly atMost: number }
  | { readonly kind: "wait"; readonly until: Moment }
  /** As many are interested as there is hope for. */
  | { readonly kind: "enough" };

/** Decides whether more members are told of an opening now, and how many. */
export function nextWave({ places, interested, lastWaveAt }: WaveState, now: Moment): NextWave {
  if (interested >= caps.interestedForAPlace * places) return { kind: "enough" };
  const until = lastWaveAt === null ? now : lastWaveAt + caps.waveEveryMs;
  if (until > now) return { kind: "wait", until };
  return { kind: "tell", atMost: Math.ceil(caps.inAWave * Math.max(1, places / caps.placesInAWave)) };
}

/** The first moment from now on at which a member may get another message about jobs. */
export function nextAlertAt(alerts: readonly Moment[], now: Moment): Moment {
  if (alertsLeft(alerts, now) > 0) return now;
  const leaving = alerts.flatMap((at) => [at + dayMs, at + weekMs]).filter((at) => at > now);
  return leaving.sort((one, other) => one - other).find((at) => alertsLeft(alerts, at) > 0) ?? now;
}
