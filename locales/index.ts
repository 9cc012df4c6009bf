import { guessLanguage } from "../domain/guess-language.ts";
import type { Language } from "../domain/language.ts";
import { greetings } from "./greetings.ts";
import { createKeywords, type Keywords } from "./keywords.ts";
import { createTranslator, type Translator } from "./translator.ts";
import { createWords, type Words } from "./words.ts";

/** All that is known of the languages our members speak. */
export interface Locales extends Translator, Words, Keywords {
  /** The language to answer a stranger in, by the script and the words of her first message. */
  readonly guess: (text: string) => Language;
}

/** Loads every text, keyword and synonym once; nothing is read later. */
export function createLocales(): Locales {
  const known = greetings();
  return {
    ...createTranslator(),
    ...createWords(),
    ...createKeywords(),
    guess: (text) => guessLanguage(text, known),
  };
}
