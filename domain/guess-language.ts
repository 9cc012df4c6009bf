import { foldText } from "./fold-text.ts";
import type { Language } from "./language.ts";

/** Letters, digits and signs written in no other script. */
const arabicScript = /\p{scx=Arabic}/u;

/**
 * Guesses the language of a first message, so that the first answer can be read: by its script, else by the
 * first word known as a greeting or a way to join, else English.
 *
 * @param greetings  words as `foldText` writes them
 */
export function guessLanguage(text: string, greetings: ReadonlyMap<string, Language>): Language {
  if (arabicScript.test(text)) return "ar";
  const folded = foldText(text);
  const known = [folded, ...folded.split(/[\s\p{P}]+/u)].find((word) => greetings.has(word));
  return (known === undefined ? undefined : greetings.get(known)) ?? "en";
}
