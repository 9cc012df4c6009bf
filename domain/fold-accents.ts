import { isGsm7 } from "./sms-segments.ts";

/**
 * Letters that a language can lose in an SMS without losing the word, as pairs: the letter, then what replaces it.
 * Letters of the GSM-7 alphabet (é è à ù ñ ö ü Ç ...) are not here: they cost nothing and stay.
 */
const accepted: Readonly<Record<string, string>> = {
  en: "",
  fr: "âa êe îi ôo ûu ëe ïi ÿy çc œoe ÂA ÀA ÊE ÈE ËE ÎI ÏI ÔO ÛU ÙU ŸY ŒOE",
  es: "áa íi óo úu ÁA ÍI ÓO ÚU ªa ºo",
  tr: "çc şs ğg ıi âa îi ûu ŞS ĞG İI ÂA ÎI ÛU",
};

/** Names of people and places bring letters that no accent can be taken off. */
const strokes = "łl đd ħh ıi ŁL ĐD ĦH İI œoe ŒOE";

/** What word processors and phones put in place of the typewriter's signs. */
const typography = "“\" ”\" „\" «\" »\" ‘' ’' ‚' ʼ' ′' ‐- ‑- ‒- –- —- −- •- …... ‹< ›>";

/** Marks that show nothing in a left-to-right text, and spaces of unusual width. */
const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
const unusualSpace = /[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g;

const pairs = (table: string): ReadonlyMap<string, string> =>
  new Map(
    table
      .split(" ")
      .filter(Boolean)
      .map((pair) => [pair.slice(0, 1), pair.slice(1)]),
  );

const typographyMap = pairs(typography);
const lettersOf = new Map(
  Object.entries(accepted).map(([language, table]) => [language, pairs(`${table} ${strokes}`)]),
);

/**
 * Makes a text GSM-7, where only accents and typographic signs stand in the way, so that an SMS costs one part in place of two
 * or three; any other text (another script, an emoji) comes back as it was, since it would lose letters and gain nothing.
 *
 * A language without a table keeps its letters; only its quotes, dashes and spaces are made plain. Providers replace
 * such signs themselves, but no letters: https://www.twilio.com/docs/messaging/services/smart-encoding-char-list
 */
export function foldAccents(text: string, language: string): string {
  if (isGsm7(text)) return text;
  const letters = lettersOf.get(language);
  let folded = "";
  for (const character of text.normalize("NFC").replace(invisible, "").replace(unusualSpace, " "))
    folded += typographyMap.get(character) ?? (letters ? plainLetter(character, letters) : character);
  return isGsm7(folded) ? folded : text;
}

function plainLetter(letter: string, letters: ReadonlyMap<string, string>): string {
  if (isGsm7(letter)) return letter;
  return letters.get(letter) ?? letter.normalize("NFD").replace(/\p{M}+$/u, "");
}
