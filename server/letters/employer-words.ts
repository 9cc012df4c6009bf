import type { Language } from "../../domain/language.ts";
import ar from "./words/ar.json" with { type: "json" };
import en from "./words/en.json" with { type: "json" };
import fr from "./words/fr.json" with { type: "json" };

/** A text that depends on a number, by the plural rules of its language. */
interface Plural {
  readonly zero?: string;
  readonly one?: string;
  readonly two?: string;
  readonly few?: string;
  readonly many?: string;
  readonly other: string;
}

type PluralKey = "card.credentials" | "digest.subject";
/** A text in a letter or on a page for an employer. */
export type WordKey = Exclude<keyof typeof en, PluralKey>;

/** A text that is missing does not compile. */
const words: Readonly<
  Record<Language, Readonly<Record<WordKey, string>> & Readonly<Record<PluralKey, Plural>>>
> = { en, ar, fr };

type Values = Readonly<Record<string, string | number>>;

/** The texts for employers in one language. */
export interface EmployerWords {
  readonly language: Language;
  readonly say: (key: WordKey, values?: Values) => string;
  /** The form that fits a number; `{{count}}` is that number. */
  readonly count: (key: PluralKey, count: number, values?: Values) => string;
}

/** Gives the texts of letters and pages for employers in a language. Values stand where their names do, in double braces. */
export function employerWords(language: Language): EmployerWords {
  const rules = new Intl.PluralRules(language);
  return {
    language,
    say: (key, values = {}) => fill(words[language][key], values),
    count: (key, count, values = {}) => {
      const forms = words[language][key];
      return fill(forms[rules.select(count)] ?? forms.other, { count, ...values });
    },
  };
}

/** In one pass, so that braces in a value are never read as a name. */
const fill = (text: string, values: Values): string =>
  text.replace(/\{\{(\w+)\}\}/g, (_all, name: string) => String(values[name] ?? ""));
