import { isLanguage, type Language } from "../../domain/language.ts";

/**
 * The language of a page: the one that was asked for, or the first of the browser's that we have, or English.
 *
 * @param accepted  the header Accept-Language (RFC 9110, section 12.5.4)
 */
export function pageLanguage(asked: unknown, accepted: string | undefined): Language {
  if (typeof asked === "string" && isLanguage(asked)) return asked;
  const wanted = (accepted ?? "").split(",").flatMap((part) => {
    const [tag = "", quality] = part.trim().toLowerCase().split(";q=");
    const [language = ""] = tag.split("-");
    const weight = quality === undefined ? 1 : Number.parseFloat(quality);
    return isLanguage(language) && weight > 0 ? [{ language, weight }] : [];
  });
  return wanted.toSorted((one, other) => other.weight - one.weight)[0]?.language ?? "en";
}
