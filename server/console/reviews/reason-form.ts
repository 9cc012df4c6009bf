import { z } from "zod";
import { requestReasons } from "../../../union/credentials/request-reasons.ts";

/** The reasons a decision may have, by what is decided about; each has its words in the console's languages. */
export const reasons = {
  request: requestReasons,
  credential: ["mistake", "not_true", "she_asks", "being_checked", "cleared", "other"],
  employer: ["identity_checked", "cannot_identify", "complaints", "breaks_rules", "being_checked", "other"],
  opening: ["fee", "forced", "discriminates", "no_real_job", "unclear"],
  openingStep: ["employer_asks", "complaints", "breaks_rules", "no_real_job", "being_checked", "cleared"],
} as const;
export type ReasonList = keyof typeof reasons;

const mostWords = 500;
const words = z.string().trim().max(mostWords).catch("");

/** A decision with its reason. */
export interface Reasoned<Decision extends string> {
  readonly decision: Decision;
  /** The reason's name. */
  readonly reason: string;
  /** The reason's name, and after a colon the words that were added. */
  readonly inWords: string;
}

/**
 * Reads a form with a decision and a reason from the list; null where either is missing.
 *
 * @param decisions  what can be decided here
 */
export function readReasonForm<Decision extends string>(
  body: unknown,
  list: ReasonList,
  decisions: readonly [Decision, ...Decision[]],
): Reasoned<Decision> | null {
  const form = z
    .object({ decision: z.enum(decisions), reason: z.enum(reasons[list]), words })
    .safeParse(body);
  if (!form.success) return null;
  const { decision, reason, words: added } = form.data;
  // "Other" says nothing without words.
  if (reason === "other" && added === "") return null;
  return { decision, reason, inWords: added === "" ? reason : `${reason}: ${added}` };
}
