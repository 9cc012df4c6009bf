import type { Candidate, Occupation } from "./candidate.ts";
import { kinship } from "./kinship.ts";
import type { Opening } from "./opening.ts";

/** The work she can do that comes closest to an opening, of the first three she named. */
export interface Closest {
  readonly occupation: Occupation | null;
  /** 0 to 1, by `kinship`. */
  readonly kinship: number;
}

/** Finds the occupation that comes closest; of two as close, the one she knows longer. */
export function closestWork(opening: Opening, { occupations }: Candidate): Closest {
  let best: Closest = { occupation: null, kinship: 0 };
  for (let at = 0; at < occupations.length && at < 3; at += 1) {
    const occupation = occupations[at];
    if (occupation === undefined) continue;
    const kin = kinship(occupation.isco, opening);
    if (kin > best.kinship || (kin === best.kinship && isLonger(occupation, best.occupation)))
      best = { occupation, kinship: kin };
  }
  return best;
}

const isLonger = (one: Occupation, other: Occupation | null): boolean =>
  other !== null && (one.years ?? 0) > (other.years ?? 0);
