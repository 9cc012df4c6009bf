import { type Answering, nextAnswers } from "./answer-questions.ts";
import type { DemoUnion } from "./demo-union.ts";

/** More questions than any conversation asks. */
const mostQuestions = 40;

/** Lets people answer, all at the same time, whatever one conversation asks them, until it asks no more. */
export async function answerAll(
  { service: { store }, hear }: DemoUnion,
  people: readonly Answering[],
  flow: string,
): Promise<void> {
  for (let asked = 0; asked < mostQuestions; asked += 1) {
    const said = await nextAnswers(store, people, flow);
    if (said.length === 0) return;
    await hear(said);
  }
  throw new Error(`The conversation ${flow} does not end for an invented person.`);
}
