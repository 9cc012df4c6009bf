import { isGsm7 } from "./sms-segments.ts";

/**
 * The languages whose words can be read without their accents, as they could not be in Vietnamese. Decided
 * one by one: a new language is not here.
 */
const readWithoutAccents: readonly string[] = ["en", "fr", "es", "tr"];

/**
 * Their letters, and those of the names of people and places, that are no plain letter with an accent: the
 * letter, then what replaces it.
 */
const letters = "œoe ŒOE ıi łl ŁL đd ĐD ħh ĦH ªa ºo";

/** What word processors and phones put in place of the typewriter's signs. */
const typography = "“\" ”\" „\" «\" »\" ‘' ’' ‚' ʼ' ′' ‐- ‑- ‒- –- —- −- •- …... ‹< ›>";

/** Marks that show nothing in a left-to-right text, and spaces of unusual width. */
const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
const unusualSpace = /[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g;

const pairs = (table: string): ReadonlyMap<string, string> =>
  new Map(table.split(" ").map((pair) => [pair.slice(0, 1), pair.slice(1)]));

const plainSigns = pairs(typography);
const plainLetters = pairs(letters);

/**
 * Makes a text GSM-7, where only accents and typographic signs stand in the way, so that an SMS costs one
 * part in place of two or three; any other text (another script, an emoji) comes back as it was, since it
 * would lose letters and gain nothing.
 *
 * Letters of the GSM-7 alphabet (é è à ù ñ ö ü Ç ...) cost nothing and stay. A language not listed keeps all
 * its letters; only its quotes, dashes and spaces are made plain. Providers replace such signs themselves,
 * but no letters.
 *
 * @see https://www.twilio.com/docs/messaging/services/smart-encoding-char-list
 */
export function foldAccents(text: string, language: string): string {
  if (isGsm7(text)) return text;
  const mayLoseAccents = readWithoutAccents.includes(language);
  let folded = "";
  for (const character of text.normalize("NFC").replace(invisible, "").replace(unusualSpace, " "))
    folded += plainSigns.get(character) ?? (mayLoseAccents ? plainLetter(character) : character);
  return isGsm7(folded) ? folded : text;
}

function plainLetter(letter: string): string {
  if (isGsm7(letter)) return letter;
  return plainLetters.get(letter) ?? letter.normalize("NFD").replace(/\p{M}+$/u, "");
}
