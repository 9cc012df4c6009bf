import { foldDigits } from "./digits.ts";

const ascii = /^[\0-\x7f]*$/;

/**
 * Accents, the vowel signs of Arabic and Hebrew, variation selectors, tatweel. The vowels of Indic scripts
 * are marks too, and stay; so do Japanese voicing marks.
 */
const marks =
  /[[\p{M}--[\u3099\u309a]]&&[\p{sc=Inherited}\p{sc=Cyrillic}\p{sc=Arabic}\p{sc=Hebrew}]]|\u0640/gv;

/** Joiners, direction marks, soft hyphens (Cf) and halves of broken emoji (Cs). */
const unseen = /[\p{Cf}\p{Cs}]/gu;

/** Letters that are typed for one another: keyboards of neighbouring languages differ, and so do spelling habits. */
const alike: Readonly<Record<string, string>> = {
  ٱ: "ا",
  ى: "ي",
  ی: "ي",
  ې: "ي",
  ے: "ي",
  ک: "ك",
  ڪ: "ك",
  ة: "ه",
  ە: "ه",
  ہ: "ه",
  ھ: "ه",
  ۃ: "ه",
  "؟": "?",
  "،": ",",
  "؛": ";",
  ı: "i",
  ł: "l",
  đ: "d",
  ø: "o",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  "’": "'",
  "‘": "'",
  ʼ: "'",
};
const anyAlike = new RegExp(`[${Object.keys(alike).join("")}]`, "g");

const spaces = /[\s\p{Cc}]+/gu;
const around = /^[\s\p{P}]+|[\s\p{P}]+$/gu;

/**
 * Brings what a person typed, and the word it is compared with, to one form: lower case, ASCII digits, no
 * accents, vowel signs or invisible marks, Arabic letter variants unified, single spaces, no punctuation
 * around. Takes any string.
 *
 * It needs no language: the Turkish letters İ, I, ı and i all become i, as people on foreign keyboards write
 * them. A text of nothing but punctuation ("?") keeps it, as it may be a command.
 */
export function foldText(text: string): string {
  const plain = ascii.test(text) ? text.toLowerCase() : foldLetters(text);
  const words = plain.replace(spaces, " ").trim();
  return words.replace(around, "") || words;
}

const foldLetters = (text: string): string =>
  foldDigits(text)
    .replace(unseen, "")
    .normalize("NFKC")
    .toLowerCase()
    .normalize("NFD")
    .replace(marks, "")
    .normalize("NFC")
    .replace(anyAlike, (letter) => alike[letter] ?? letter);
