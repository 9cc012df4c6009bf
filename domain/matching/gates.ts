import type { Moment } from "../moment.ts";
import { payRatio } from "../pay.ts";
import type { Candidate } from "./candidate.ts";
import { alertsLeft } from "./caps.ts";
import { closestWork } from "./closest-work.ts";
import { levelsAbove } from "./language-level.ts";
import type { Opening } from "./opening.ts";
import { shareOfReach } from "./reach.ts";

/** Why nobody is told of an opening. */
export type OpeningGate =
  | "not_open"
  | "expired"
  | "employer_not_verified"
  | "no_fee_pledge"
  | "below_legal_minimum";

/** Why one member is not told of an opening. */
export type CandidateGate =
  | "not_adult"
  | "no_consent"
  | "stopped"
  | "told_before"
  | "blocked_employer"
  | "told_enough"
  | "too_late"
  | "pay_below_floor"
  | "other_work"
  | "too_far"
  | "language";

/** The first thing that keeps an opening from everybody; null for none. */
export function openingGate(opening: Opening, now: Moment): OpeningGate | null {
  if (!opening.isOpen) return "not_open";
  if (opening.validUntil <= now) return "expired";
  if (!opening.isEmployerVerified) return "employer_not_verified";
  if (!opening.hasNoFeePledge) return "no_fee_pledge";
  if (opening.legalMinimum !== null && isLess(payRatio(opening.pay, opening.legalMinimum)))
    return "below_legal_minimum";
  return null;
}

/**
 * The first thing that keeps an opening from this member, the cheapest to look at first; null for none.
 *
 * What nobody asked her keeps nothing from her: she will say no herself, once.
 *
 * @param told  who has been told of it or has declined it before
 */
export function candidateGate(
  opening: Opening,
  candidate: Candidate,
  told: ReadonlySet<string>,
  now: Moment,
): CandidateGate | null {
  if (!candidate.isAdult) return "not_adult";
  if (!candidate.wantsAlerts) return "no_consent";
  if (candidate.isStopped) return "stopped";
  if (told.has(candidate.id)) return "told_before";
  if (candidate.blockedEmployers.has(opening.employer)) return "blocked_employer";
  if (alertsLeft(candidate.alerts, now) === 0) return "told_enough";
  if (candidate.freeFrom !== null && candidate.freeFrom > opening.startsAt) return "too_late";
  if (candidate.payFloor !== null && isLess(payRatio(opening.pay, candidate.payFloor)))
    return "pay_below_floor";
  if (closestWork(opening, candidate).kinship === 0) return "other_work";
  if (!isWithinReach(opening, candidate)) return "too_far";
  return speaksEnough(opening, candidate) ? null : "language";
}

/** Pay that cannot be compared, in another currency or by the piece, is left to her to judge. */
const isLess = (ratio: number | null): boolean => ratio !== null && ratio < 1;

function speaksEnough({ languages: needed }: Opening, { languages }: Candidate): boolean {
  if (languages === null) return true;
  for (const [language, least] of needed) {
    const level = languages.get(language);
    if (level === undefined || levelsAbove(level, least) < 0) return false;
  }
  return true;
}

function isWithinReach(opening: Opening, candidate: Candidate): boolean {
  if (opening.hasTransportOrHousing) return true;
  const { area } = candidate.spot;
  const share = shareOfReach(opening, candidate);
  if (share !== null) return share <= 1;
  return area === opening.spot.area || opening.nearbyAreas.includes(area);
}
