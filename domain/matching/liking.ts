import { payRatio } from "../pay.ts";
import type { Candidate } from "./candidate.ts";
import type { Closest } from "./closest-work.ts";
import { kinship } from "./kinship.ts";
import { between0And1, neutral } from "./neutral.ts";
import type { Opening } from "./opening.ts";
import { shareOfReach } from "./reach.ts";

/** How far an opening is to a member's liking: what it is made up of, each 0 to 1. */
export interface LikingParts {
  readonly work: number;
  readonly pay: number;
  readonly near: number;
  readonly schedule: number;
  readonly contract: number;
  readonly wish: number;
}

/** What each part weighs. Our own judgement: there is no public record of outcomes to learn it from. */
export const likingWeights: LikingParts = {
  work: 0.35,
  pay: 0.2,
  near: 0.15,
  schedule: 0.1,
  contract: 0.1,
  wish: 0.1,
};

/** Tells how far an opening is to a member's liking, part by part. */
export function likingOf(opening: Opening, candidate: Candidate, closest: Closest): LikingParts {
  const { payFloor, schedules, contracts, wishes } = candidate;
  const ratio = payFloor === null ? null : payRatio(opening.pay, payFloor);
  const share = shareOfReach(opening, candidate);
  const nearness = share === null ? neutral : Math.max(0, 1 - share);
  return {
    work: closest.kinship,
    // Half at her floor, all of it at half as much again.
    pay: ratio === null ? neutral : between0And1(ratio - 0.5),
    near: opening.hasTransportOrHousing ? Math.max(neutral, nearness) : nearness,
    schedule: chosen(opening.schedule, schedules),
    contract: chosen(opening.contract, contracts),
    wish: wishes === null ? neutral : Math.max(0, ...wishes.map((isco) => kinship(isco, opening))),
  };
}

function chosen<Choice>(offered: Choice | null, wanted: ReadonlySet<Choice> | null): number {
  if (offered === null || wanted === null) return neutral;
  return wanted.has(offered) ? 1 : 0;
}

/** The weighted sum of a member's parts, 0 to 1. */
export const likingScore = (parts: LikingParts): number =>
  likingWeights.work * parts.work +
  likingWeights.pay * parts.pay +
  likingWeights.near * parts.near +
  likingWeights.schedule * parts.schedule +
  likingWeights.contract * parts.contract +
  likingWeights.wish * parts.wish;
