import { isLanguage, type Language } from "../../domain/language.ts";

/** The first language a browser asks for that we speak, by the order it names them in; English otherwise (RFC 9110, section 12.5.4). */
export function preferredLanguage(acceptLanguage: string | undefined): Language {
  const asked = (acceptLanguage ?? "").split(",").map((part) => part.trim().slice(0, 2).toLowerCase());
  return asked.find(isLanguage) ?? "en";
}
