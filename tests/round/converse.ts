import type { Phone } from "../service/phone.ts";

/** A question by which words it is known, and what is typed then. */
export type Exchange = readonly [question: RegExp, answer: string];

/** Answers one question after the other. */
export async function converse(phone: Phone, exchanges: readonly Exchange[]): Promise<void> {
  for (const [question, answer] of exchanges) {
    await phone.shows(question);
    await phone.texts(answer);
  }
}
