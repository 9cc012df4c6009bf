import type { CaseAnswer, CaseAnswered } from "../../../bot/cases/answer-in-case.ts";
import type { CaseEnded, CaseEnding } from "../../../bot/cases/end-case.ts";

/** What the inbox has the bot do: to write to somebody, and to take up the talk again. */
export interface CaseDesk {
  readonly answerInCase: (answer: CaseAnswer) => Promise<CaseAnswered>;
  readonly endCase: (ending: CaseEnding) => Promise<CaseEnded>;
}
