import { readChoiceId } from "../../domain/inbound-message.ts";
import { type Choice, choicesOf, type Payload } from "../../domain/payload.ts";
import { moreDigit } from "../../flows/engine/page.ts";

/** What is typed for the choices that have a digit of their own, wherever they stand; the others are counted from 1. */
const ownDigits: ReadonlyMap<string, number> = new Map([
  ["back", 0],
  ["more", moreDigit],
]);

const digitOf = (choice: Choice, index: number): number =>
  ownDigits.get(readChoiceId(choice.id)?.option ?? "") ?? index + 1;

/**
 * Says a payload in plain text, its choices as numbered lines: the last resort where nothing can be tapped.
 *
 * The digits are those that the conversation understands. Rows that only point to numbered lines of the text are left out.
 */
export function numberedText(payload: Payload): string {
  const choices = choicesOf(payload).map((choice, index) => ({ ...choice, digit: digitOf(choice, index) }));
  const lines = payload.text.split("\n");
  const isSaid = choices.every(
    ({ digit, label }) => label === String(digit) && lines.some((line) => line.startsWith(`${digit} `)),
  );
  return isSaid
    ? payload.text
    : [payload.text, ...choices.map(({ digit, label }) => `${digit} ${label}`)].join("\n");
}
