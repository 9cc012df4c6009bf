import { dayMs, type Moment } from "../moment.ts";
import { createBestList } from "./best-list.ts";
import type { Candidate } from "./candidate.ts";
import { closestWork } from "./closest-work.ts";
import { exposureOf, usualExposureWeight } from "./exposure.ts";
import { type FitParts, fitOf, fitScore } from "./fit.ts";
import { freshness } from "./freshness.ts";
import { type CandidateGate, candidateGate, type OpeningGate, openingGate } from "./gates.ts";
import { keyedHash } from "./keyed-hash.ts";
import { minorGroup } from "./kinship.ts";
import { type LikingParts, likingOf, likingScore } from "./liking.ts";
import type { MatchIndex } from "./match-index.ts";
import type { Opening } from "./opening.ts";
/** What one matching goes by, beside the opening and the members. */
export interface MatchingTerms {
  readonly now: Moment;
  /** At most so many are chosen. */
  readonly most: number;
  /** Who has been told of this opening or has declined it before, by id. */
  readonly told: ReadonlySet<string>;
  /** The union's secret, by which equals take turns. */
  readonly key: string;
  readonly exposureWeight?: number;
}

/** Somebody who fits, with the parts her score is made of. */
export interface Match {
  readonly id: string;
  /** In steps of a thousandth: what is closer together than that is equal, and takes turns. */
  readonly score: number;
  /** Lower comes first among equals. */
  readonly turn: number;
  readonly liking: LikingParts;
  readonly fit: FitParts;
}

export type Matching =
  | { readonly kind: "refused"; readonly why: OpeningGate }
  | {
      readonly kind: "matched";
      /** Best first. */
      readonly matches: readonly Match[];
      /** How many passed every gate, chosen or not: for honest odds. */
      readonly eligible: number;
      /** How many near this work and place were kept out, by the first reason. */
      readonly keptOut: ReadonlyMap<CandidateGate, number>;
    };

const weekMs = 7 * dayMs;
const inSteps = (score: number): number => Math.round(score * 1000) / 1000;

/**
 * Finds the members who are told of an opening: those who pass every gate, by how much both sides would like it
 * (the geometric mean, so that neither can make up for the other), and by whose turn it is.
 *
 * The order in which members are held plays no part; the same terms give the same matches.
 */
export function matchOpening(index: MatchIndex, opening: Opening, terms: MatchingTerms): Matching {
  const { now, told, key, exposureWeight = usualExposureWeight } = terms;
  const why = openingGate(opening, now);
  if (why !== null) return { kind: "refused", why };
  const week = Math.floor(now / weekMs);
  const fresh = freshness(opening, now);
  const best = createBestList<Match>(terms.most);
  const keptOut = new Map<CandidateGate, number>();
  let eligible = 0;
  const consider = (candidate: Candidate): void => {
    const gate = candidateGate(opening, candidate, told, now);
    if (gate !== null) {
      keptOut.set(gate, (keptOut.get(gate) ?? 0) + 1);
      return;
    }
    eligible += 1;
    const closest = closestWork(opening, candidate);
    const liking = likingOf(opening, candidate, closest);
    const fit = fitOf(opening, candidate, closest, now);
    const both = Math.sqrt(likingScore(liking) * fitScore(fit));
    const score = inSteps(both * fresh * exposureOf(candidate.alerts, now, exposureWeight));
    if (!best.hasRoomFor(score)) return;
    const turn = keyedHash(key, opening.id, candidate.id, week);
    best.add({ id: candidate.id, score, turn, liking, fit });
  };
  const groups = new Set([opening.isco, ...opening.related].map(minorGroup));
  index.visit(groups, new Set([opening.spot.area, ...opening.nearbyAreas]), consider);
  return { kind: "matched", matches: best.items(), eligible, keptOut };
}
