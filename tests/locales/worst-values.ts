import type { Language } from "../../domain/language.ts";
import { createTranslator } from "../../locales/translator.ts";

const { text } = createTranslator();

const widest: Readonly<Record<Language, string>> = { en: "M", fr: "M", ar: "م" };

/** Words of a person's own, in her own alphabet, as long as a question takes them. */
export const longest = (language: Language, characters: number): string =>
  widest[language].repeat(characters);

/** What the placeholders of every text stand for at their longest: a name, a label of a menu, an amount. */
export function worstValues(language: Language): Readonly<Record<string, string>> {
  const wide = longest(language, 40);
  return {
    name: wide,
    place: wide,
    work: wide,
    number: "MU-123456-K",
    age: text(language, "join", "age.from50"),
    shared: text(language, "common", "yes"),
    alerts: text(language, "common", "yes"),
    language: text(language, "join", "language.fr", {}, "sms"),
    least: "100",
    most: "100000",
  };
}
