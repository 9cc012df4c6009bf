import { type FitParts, fitWeights } from "./fit.ts";
import { type LikingParts, likingWeights } from "./liking.ts";
import { neutral } from "./neutral.ts";

/** What is said to a member about an opening: a text of her language. */
export type MemberReason = keyof LikingParts | "related_work" | "skills";
/** What is said to an employer about a candidate; nothing of what she wishes or takes. */
export type EmployerReason = Exclude<keyof FitParts, "fresh">;

/** Why somebody was matched: what speaks for it, the weightiest first, and what speaks against it. */
export interface Explanation<Reason> {
  readonly reasons: readonly Reason[];
  readonly caveats: readonly Reason[];
}

const most = 3;

/** The three things that speak most for an opening to a member, and what she would not like about it. */
export function explainToMember(liking: LikingParts, fit: FitParts): Explanation<MemberReason> {
  const { work, pay, near, schedule, contract, wish } = liking;
  const weights = likingWeights;
  return explain<MemberReason>([
    [work === 1 ? "work" : "related_work", work === 1 ? 1 : neutral + work / 4, weights.work],
    ["pay", pay, weights.pay],
    ["near", near, weights.near],
    ["schedule", schedule, weights.schedule],
    ["contract", contract, weights.contract],
    ["wish", wish, weights.wish],
    ["skills", fit.skills, fitWeights.skills],
  ]);
}

/** The three things that speak most for a candidate to an employer, and what is missing. */
export function explainToEmployer(fit: FitParts): Explanation<EmployerReason> {
  return explain<EmployerReason>([
    ["skills", fit.skills, fitWeights.skills],
    ["experience", fit.experience, fitWeights.experience],
    ["languages", fit.languages, fitWeights.languages],
    ["credential", fit.credential, fitWeights.credential],
  ]);
}

type Part<Reason> = readonly [reason: Reason, value: number, weight: number];

/** What is neutral or unknown is not worth a word. */
function explain<Reason>(parts: readonly Part<Reason>[]): Explanation<Reason> {
  const byPull = (one: Part<Reason>, other: Part<Reason>): number =>
    Math.abs(other[1] - neutral) * other[2] - Math.abs(one[1] - neutral) * one[2];
  const sorted = parts.toSorted(byPull);
  const named = (fits: (value: number) => boolean): readonly Reason[] =>
    sorted
      .filter(([, value]) => fits(value))
      .slice(0, most)
      .map(([reason]) => reason);
  return { reasons: named((value) => value > neutral), caveats: named((value) => value < neutral) };
}
