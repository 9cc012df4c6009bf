import { foldAccents } from "../../domain/fold-accents.ts";
import type { Language } from "../../domain/language.ts";
import type { Namespace } from "../../locales/language-pack.ts";
import { texts } from "../../locales/texts.ts";

/** The words of one language, by the names they have in `locales/`: the round is about what is said, not how it is put. */
export interface Wording {
  /** Fits a message in which this text stands, whatever its placeholders stand for, on whatever channel. */
  says(namespace: Namespace, key: string): RegExp;
  /** What is written on a button. */
  label(namespace: Namespace, key: string): string;
}

export const wordingIn = (language: Language): Wording => {
  const of = (namespace: Namespace): Readonly<Record<string, string>> => texts[language].texts[namespace];
  return {
    says: (namespace, key) => {
      const written = Object.entries(of(namespace))
        .filter(([name]) => name === key || name.startsWith(`${key}_`))
        .flatMap(([, text]) => [text, foldAccents(text, language)]);
      if (written.length === 0) throw new Error(`There is no text ${namespace}/${key}.`);
      return new RegExp([...new Set(written)].map(asPattern).join("|"));
    },
    label: (namespace, key) => {
      const text = of(namespace)[key];
      if (text === undefined) throw new Error(`There is no text ${namespace}/${key}.`);
      return text;
    },
  };
};

const asPattern = (text: string): string =>
  text
    .split(/\{\{[^}]*\}\}/)
    .map((part) => RegExp.escape(part))
    .join("[\\s\\S]*?");
