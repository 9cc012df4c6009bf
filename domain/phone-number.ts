import { isSupportedCountry, type PhoneNumber, parsePhoneNumberFromString } from "libphonenumber-js";
import { foldDigits } from "./digits.ts";

/** A telephone number as the world writes it (ITU-T E.164): `+`, country code, number, nothing between. */
export type E164 = `+${string}`;

/** Direction marks and the like, which address books copy along. */
const unseen = /\p{Cf}/gu;
/** How most of the world dials abroad: the `+` of those who have none on their keypad. */
const dialledAbroad = /^\s*00(?=\s*[1-9])/;

/**
 * Reads a telephone number in any digit script and notation, or null.
 *
 * Only its length is checked, not whether its range is in use: plans grow faster than tables of them.
 *
 * @param defaultCountry  ISO 3166 code of the country a number without country code is read in
 */
export function readPhoneNumber(text: string, defaultCountry?: string): E164 | null {
  const typed = foldDigits(text).replace(unseen, "").replace(dialledAbroad, "+");
  const country = defaultCountry && isSupportedCountry(defaultCountry) ? { defaultCountry } : {};
  const number = parsePhoneNumberFromString(typed, country);
  return number?.isPossible() ? `+${number.number.slice(1)}` : null;
}

/**
 * The ISO 3166 country a number belongs to; where countries share a code and the range does not tell, its
 * main country; null for none.
 */
export function countryOf(e164: string): string | null {
  const number = parse(e164);
  return number?.country ?? number?.getPossibleCountries()[0] ?? null;
}

/**
 * A number that people may see in a list or a log: the country code and the last two digits; nothing of what
 * is not a number.
 */
export function maskPhoneNumber(e164: string): string {
  const number = parse(e164);
  if (!number) return "***";
  return `+${number.countryCallingCode}${"*".repeat(number.nationalNumber.length - 2)}${number.nationalNumber.slice(-2)}`;
}

const parse = (e164: string): PhoneNumber | undefined => parsePhoneNumberFromString(e164, { extract: false });
