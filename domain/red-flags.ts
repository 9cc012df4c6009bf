import { foldText } from "./fold-text.ts";
import { type RedFlag, redFlags, redFlagWords } from "./red-flag-words.ts";

/** A link, an address of e-mail, a name on another app. */
const link = /https?:|www\.|\b[\w.-]+@[\w-]+|(?:^|\s)@\w{3,}|\bt\.me\b|\bwa\.me\b/iu;
/** Seven digits or more with what people put between them: a phone number, in any script once folded. */
const phone = /\d(?:[\s().-]*\d){6,}/u;

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** Arabic joins "and", "with", "for" and the article to a word. */
const joined = "(?:[وفبلك]{0,2}(?:ال|لل)?)?";

function patternOf(word: string): string {
  const stem = foldText(word.replace(/\*$/, ""));
  const before = /^\p{sc=Arabic}/u.test(stem) ? joined : "";
  return `${before}${escaped(stem)}${word.endsWith("*") ? "[\\p{L}\\p{M}]*" : ""}`;
}

const patterns: ReadonlyMap<RedFlag, RegExp> = new Map(
  redFlags.map((flag) => [
    flag,
    new RegExp(
      `(?<![\\p{L}\\p{N}])(?:${redFlagWords[flag].map(patternOf).join("|")})(?![\\p{L}\\p{N}])`,
      "u",
    ),
  ]),
);

/**
 * The rules an opening's own words break, in the order of the list; none for words nobody has to look at.
 *
 * They raise a flag for a person to judge: "no fees" is found too, and a caseworker lets it pass.
 */
export function redFlagsIn(text: string): readonly RedFlag[] {
  const folded = foldText(text);
  return redFlags.filter(
    (flag) =>
      patterns.get(flag)?.test(folded) === true ||
      (flag === "other_contact" && (link.test(text) || phone.test(folded))),
  );
}
