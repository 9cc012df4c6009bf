import { type Language, languages } from "../../domain/language.ts";
import { texts } from "../../locales/texts.ts";

/** One text as it stands in its file. */
export interface Entry {
  readonly language: Language;
  /** `<namespace>/<key>`, so that a failing test names the place. */
  readonly name: string;
  readonly namespace: string;
  /** The key without the channel or plural form behind it. */
  readonly base: string;
  /** `sms`, `one`, ...: what stands behind the key; empty for the plain one. */
  readonly forms: readonly string[];
  readonly text: string;
}

/** Every text of every language. */
export const everyText: readonly Entry[] = languages.flatMap((language) =>
  Object.entries(texts[language].texts).flatMap(([namespace, keys]) =>
    Object.entries(keys).map(([key, text]): Entry => {
      const [base = key, ...forms] = key.split("_");
      return { language, name: `${namespace}/${key}`, namespace, base, forms, text };
    }),
  ),
);

export const textsIn = (language: Language): readonly Entry[] =>
  everyText.filter((entry) => entry.language === language);

/** The English text that another language's text translates. */
export const english = (entry: Entry): string => {
  const plain = textsIn("en").filter(
    ({ namespace, base }) => namespace === entry.namespace && base === entry.base,
  );
  return (plain.find(({ forms }) => forms.join() === entry.forms.join()) ?? plain[0])?.text ?? "";
};

/** The names of the entries in which a check finds a fault, with what it found. */
export const faultsIn = (
  entries: readonly Entry[],
  check: (entry: Entry) => string | null,
): readonly string[] =>
  entries.flatMap((entry) => {
    const fault = check(entry);
    return fault === null ? [] : [`${entry.language}/${entry.name}: ${fault}`];
  });
