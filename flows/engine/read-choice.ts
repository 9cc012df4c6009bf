import { foldText } from "../../domain/fold-text.ts";
import { isWithinOneEdit } from "./is-within-one-edit.ts";
import { hasPages, moreDigit, onPage, pageSize } from "./page.ts";
import { notUnderstood, type Reading, value } from "./reply.ts";
import type { Asked } from "./session.ts";

/** "2", "2.", "(2)", "#2", "no 2", "option 2": a number and at most one of the little words people put before it. */
const numbered =
  /^(?:(#|№|no|nr|n°|num|numero|number|nummer|option|choice|choix|رقم|خيار)[\s.:]*)?[([]?(\d{1,2})[\])]?[.,:;)-]*$/;

/** A near miss is only trusted in words of this many letters or more. */
const typoLetters = 4;

/** The words that mean an option, folded. */
export type WordsOf = (option: string) => readonly string[];

/**
 * Reads a typed reply as one of the options on the screen.
 *
 * In this order: a number (any digit script), a label or synonym, the beginning of one, one typing slip. "No 1" is
 * ambiguous where "no" is an option of its own. The last two never decide a consequential question, and nothing decides when two options fit.
 */
export function readChoice(typed: string, asked: Asked, wordsOf: WordsOf, isConsequential: boolean): Reading {
  const folded = foldText(typed);
  if (folded === "") return notUnderstood;
  const [, before, digits] = numbered.exec(folded) ?? [];
  if (digits !== undefined) {
    const byNumber = readNumber(Number(digits), asked);
    const byWord = matching(asked.options, wordsOf, (word) => word === before);
    return byWord.kind === "value" && !isSame(byWord, byNumber) ? { kind: "ambiguous" } : byNumber;
  }
  const exact = matching(asked.options, wordsOf, (word) => word === folded);
  if (exact.kind !== "not_understood" || isConsequential) return exact;
  const begun =
    folded.length < 2 ? notUnderstood : matching(asked.options, wordsOf, (word) => word.startsWith(folded));
  if (begun.kind !== "not_understood") return begun;
  if (folded.length < typoLetters) return notUnderstood;
  return matching(
    asked.options,
    wordsOf,
    (word) => word.length >= typoLetters && isWithinOneEdit(word, folded),
  );
}

function readNumber(typed: number, asked: Asked): Reading {
  if (hasPages(asked.options) && typed === moreDigit) return { kind: "more" };
  if (hasPages(asked.options) && typed > pageSize) return notUnderstood;
  const option = onPage(asked)[typed - 1];
  return option === undefined ? notUnderstood : value(option);
}

const isSame = (one: Reading, other: Reading): boolean =>
  one.kind === "value" && other.kind === "value" && one.value === other.value;

function matching(options: readonly string[], wordsOf: WordsOf, fits: (word: string) => boolean): Reading {
  const found = options.filter((option) => wordsOf(option).some(fits));
  if (found.length > 1) return { kind: "ambiguous" };
  return found[0] === undefined ? notUnderstood : value(found[0]);
}
