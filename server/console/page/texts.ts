import type { Language } from "../../../domain/language.ts";
import ar from "../locales/ar.json" with { type: "json" };
import en from "../locales/en.json" with { type: "json" };
import fr from "../locales/fr.json" with { type: "json" };

/** The name of a text of the console; English is the source. */
export type TextKey = keyof typeof en;
export type Values = Readonly<Record<string, string | number>>;

/** Every language the console speaks, held complete by the compiler. */
const packs: Readonly<Record<Language, Readonly<Record<TextKey, string>>>> = { en, ar, fr };

export const isTextKey = (key: string): key is TextKey => Object.hasOwn(en, key);

/** The console's words in one language. */
export interface ConsoleTexts {
  /** The text of that name with its `{{placeholders}}` filled. Values stay as they are, even if they look like placeholders. */
  readonly t: (key: TextKey, values?: Values) => string;
  /** The word for something the database names, `state` and `open` for `state.open`; the name itself where there is no word. */
  readonly word: (kind: string, name: string) => string;
}

/** The console's words in a language. */
export function consoleTexts(language: Language): ConsoleTexts {
  const pack = packs[language];
  const t = (key: TextKey, values: Values = {}): string =>
    pack[key].replace(/\{\{(\w+)\}\}/g, (_whole, name: string) => String(values[name] ?? ""));
  return {
    t,
    word: (kind, name) => {
      const key = `${kind}.${name}`;
      return isTextKey(key) ? pack[key] : name.replaceAll("_", " ");
    },
  };
}
