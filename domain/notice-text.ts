import { cleanText } from "./clean-text.ts";
import { type Language, languages } from "./language.ts";
import { linksIn } from "./links-in.ts";
import { type NoticeWarning, warningsIn } from "./notice-warnings.ts";

/** The longest text of a notice in one language, in UTF-16 units: three parts in English, eight in Arabic. */
export const longestNotice = 480;

/** The words of a notice, by language. */
export type NoticeTexts = Partial<Readonly<Record<Language, string>>>;

/** What is wrong with the words of a notice, to be shown to whoever wrote them. */
export type NoticeTextFault =
  | { readonly kind: "no_text" }
  | { readonly kind: "too_long"; readonly language: Language; readonly length: number }
  | { readonly kind: "link"; readonly language: Language; readonly link: string };

export type ReadTexts =
  | { readonly kind: "texts"; readonly texts: NoticeTexts; readonly warnings: readonly NoticeWarning[] }
  | { readonly kind: "faults"; readonly faults: readonly NoticeTextFault[] };

/**
 * Reads the words of a notice as they were typed: each made clean, a language without words left out.
 *
 * Too long a text and a link to a host that is not allowed are faults. Asking for money or papers is only a warning:
 * a text that tells members never to pay has the same words.
 *
 * @param allowedHosts  hosts that may be linked to, with their subdomains; none by default
 */
export function readNoticeTexts(
  typed: Readonly<Record<string, string>>,
  allowedHosts: readonly string[] = [],
): ReadTexts {
  const written = languages.flatMap((language) => {
    const text = cleanText(typed[language] ?? "", Number.MAX_SAFE_INTEGER);
    return text === "" ? [] : [{ language, text }];
  });
  const faults = written.flatMap(({ language, text }) => faultsIn(language, text, allowedHosts));
  if (written.length === 0) return { kind: "faults", faults: [{ kind: "no_text" }] };
  if (faults.length > 0) return { kind: "faults", faults };
  return {
    kind: "texts",
    texts: Object.fromEntries(written.map(({ language, text }) => [language, text])),
    warnings: written.flatMap(({ language, text }) => warningsIn(language, text)),
  };
}

function faultsIn(
  language: Language,
  text: string,
  allowedHosts: readonly string[],
): readonly NoticeTextFault[] {
  const tooLong = { kind: "too_long", language, length: text.length } as const;
  const links = linksIn(text, allowedHosts).map((link) => ({ kind: "link", language, link }) as const);
  return text.length > longestNotice ? [tooLong, ...links] : links;
}

/** The languages a notice has words in. */
export const languagesOf = (texts: NoticeTexts): readonly Language[] =>
  languages.filter((language) => texts[language] !== undefined);
