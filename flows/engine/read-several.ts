import { readChoice, type WordsOf } from "./read-choice.ts";
import { notUnderstood, type Reading, value } from "./reply.ts";
import type { Asked } from "./session.ts";

/** Reads "1 3 5", "1,3" or "2 and 4" as several options of one list; one part that is not understood makes the whole not understood. */
export function readSeveral(typed: string, asked: Asked, wordsOf: WordsOf, most: number): Reading {
  const whole = readChoice(typed, asked, wordsOf, false);
  if (whole.kind === "more") return whole;
  if (whole.kind === "value") return value([String(whole.value)]);
  const chosen = new Set<string>();
  for (const part of typed.split(/[\s,;.+&،و/-]+|\b(?:and|et)\b/iu)) {
    if (part.trim() === "") continue;
    const read = readChoice(part, asked, wordsOf, true);
    if (read.kind !== "value") return read.kind === "ambiguous" ? read : notUnderstood;
    chosen.add(String(read.value));
  }
  return chosen.size === 0 || chosen.size > most ? notUnderstood : value([...chosen]);
}
