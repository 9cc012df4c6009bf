import type { Answers } from "../inbound/talk.ts";

/** What somebody works as, as `Person` holds it. */
export interface LivelihoodTold {
  /** A group of the menu, or `other`. */
  readonly work: string;
  /** A kind of work of the menu; null for other work. */
  readonly livelihood: string | null;
  /** Her own words, for work that is not on the menu. */
  readonly workOther: string | null;
}

/** The livelihood among the answers of a conversation that asks for it; null where it did not. */
export function livelihoodIn(answers: Answers): LivelihoodTold | null {
  const { work, workOther } = answers;
  if (typeof work !== "string") return null;
  const kind = answers[work];
  const isListed = typeof kind === "string" && kind !== "other";
  return {
    work,
    livelihood: isListed ? kind : null,
    workOther: !isListed && typeof workOther === "string" ? workOther : null,
  };
}
