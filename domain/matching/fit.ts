import { dayMs, type Moment } from "../moment.ts";
import type { Candidate } from "./candidate.ts";
import type { Closest } from "./closest-work.ts";
import { levelsAbove } from "./language-level.ts";
import { between0And1, neutral } from "./neutral.ts";
import type { Opening } from "./opening.ts";

/** How far a member fits what an employer asks for: what it is made up of, each 0 to 1. */
export interface FitParts {
  readonly skills: number;
  readonly experience: number;
  readonly languages: number;
  readonly credential: number;
  readonly fresh: number;
}

/** What each part weighs. Our own judgement: there is no public record of outcomes to learn it from. */
export const fitWeights: FitParts = {
  skills: 0.45,
  experience: 0.2,
  languages: 0.15,
  credential: 0.1,
  fresh: 0.1,
};

/** An answer is as good as new for this long, and worth nothing after a year. */
const freshMs = 90 * dayMs;
const staleMs = 365 * dayMs;

/** Tells how far a member fits what an employer asks for, part by part. */
export function fitOf(opening: Opening, candidate: Candidate, closest: Closest, now: Moment): FitParts {
  const { confirmedAt, skills } = candidate;
  const age = confirmedAt === null ? null : now - confirmedAt;
  const years = closest.occupation?.years ?? null;
  return {
    skills: coverage(opening.skills, skills),
    experience: years === null ? neutral : opening.years <= 0 ? 1 : between0And1(years / opening.years),
    languages: languageMargin(opening, candidate),
    credential: closest.occupation?.isVerified === true ? 1 : neutral,
    fresh: age === null ? neutral : between0And1((staleMs - age) / (staleMs - freshMs)),
  };
}

/**
 * The share of needed skills she has. One she did not name counts half, since a chat by SMS asks for few: so to
 * name a skill never costs anything, and her score depends on nobody else's.
 */
function coverage(needed: ReadonlySet<string>, skills: ReadonlySet<string>): number {
  if (needed.size === 0) return neutral;
  let known = 0;
  for (const skill of needed) if (skills.has(skill)) known += 1;
  return neutral + (neutral * known) / needed.size;
}

/** Half at the level needed, all of it two levels above, by the language she speaks least. */
function languageMargin({ languages: needed }: Opening, { languages }: Candidate): number {
  if (languages === null || needed.size === 0) return neutral;
  let least = 2;
  for (const [language, level] of needed) {
    const hers = languages.get(language);
    least = Math.min(least, hers === undefined ? 0 : levelsAbove(hers, level));
  }
  return between0And1(neutral + least / 4);
}

/** The weighted sum of an employer's parts, 0 to 1. */
export const fitScore = (parts: FitParts): number =>
  fitWeights.skills * parts.skills +
  fitWeights.experience * parts.experience +
  fitWeights.languages * parts.languages +
  fitWeights.credential * parts.credential +
  fitWeights.fresh * parts.fresh;
