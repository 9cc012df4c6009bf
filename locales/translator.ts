import { createInstance, type TFunction } from "i18next";
import type { ChannelKind } from "../domain/address.ts";
import { isLanguage, type Language, languages } from "../domain/language.ts";
import type { CommonKey, Namespace } from "./language-pack.ts";
import { MissingText } from "./missing-text.ts";
import { texts } from "./texts.ts";

/** What fills the placeholders of a text; `count` chooses the plural form. Values stay as they are, even if they look like placeholders. */
export type Values = Readonly<Record<string, string | number>>;

export interface Translator {
  /**
   * The text of that name in a language, in the wording for a channel where it has one, with its placeholders filled.
   *
   * @throws {MissingText} when the text or a value for it is missing
   */
  readonly text: <N extends Namespace>(
    language: Language,
    namespace: N,
    key: N extends "common" ? CommonKey : string,
    values?: Values,
    variant?: ChannelKind,
  ) => string;
}

/** Makes a translator that knows every text from the start: no file, network or global language is touched when it is asked. */
export function createTranslator(): Translator {
  const fixed = fixedTranslators();
  const constant = new Map<string, string>();
  return {
    text: (language, namespace, key, values = {}, variant) => {
      const name: string = key;
      const place = `${language}/${namespace}/${name}/${variant ?? ""}`;
      const ready = constant.get(place);
      if (ready !== undefined) return ready;
      const translate = fixed.get(`${language}/${namespace}`);
      const where = `${language}/${namespace}/${name}`;
      if (translate === undefined) throw new MissingText(where, null);
      // Values go in as `replace`, so that one called `lng` or `context` cannot become an option of the library.
      const { count } = values;
      const said = translate(name, {
        where,
        replace: values,
        nest: false,
        ...(variant === undefined ? {} : { context: variant }),
        ...(typeof count === "number" ? { count } : {}),
      });
      // A text that took no value is the same for everybody: most are, and looking them up is most of composing.
      if (isConstant(language, namespace, name)) constant.set(place, said);
      return said;
    },
  };
}

/** Whether a text is the same whatever the values: neither it nor any of its variants has a placeholder, and none is a plural. */
function isConstant(language: Language, namespace: Namespace, name: string): boolean {
  const variants = Object.entries(texts[language].texts[namespace]).filter(
    ([key]) => key === name || key.startsWith(`${name}_`),
  );
  return variants.every(
    ([key, text]) => !text.includes("{{") && !/_(?:zero|one|two|few|many|other)$/.test(key),
  );
}

/** One `t` per language and namespace, so that the library's shared language is never switched under another member's message. */
function fixedTranslators(): ReadonlyMap<string, TFunction> {
  const resources = Object.fromEntries(languages.map((language) => [language, texts[language].texts]));
  const namespaces = Object.keys(texts.en.texts);
  const i18n = createInstance();
  void i18n.init({
    initAsync: false,
    lng: "en",
    // No text is ever replaced by another language's: a missing one must be seen.
    fallbackLng: false,
    resources,
    ns: namespaces,
    defaultNS: "common",
    keySeparator: false,
    nsSeparator: false,
    returnEmptyString: false,
    interpolation: { escapeValue: false },
    parseMissingKeyHandler: (_key, _default, { where }) => {
      throw new MissingText(String(where), null);
    },
    missingInterpolationHandler: (_text, match, options) => {
      throw new MissingText(String(Reflect.get(options, "where")), String(match[1]).trim());
    },
  });
  const fixed = new Map<string, TFunction>();
  for (const language of Object.keys(resources).filter(isLanguage)) {
    for (const namespace of namespaces)
      fixed.set(`${language}/${namespace}`, i18n.getFixedT(language, namespace));
  }
  return fixed;
}
