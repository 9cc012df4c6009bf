import { foldText } from "./fold-text.ts";

/** None of these is read as another of them, nor as a 0 or a 1; none is written with a diacritic. */
const digits = "23456789";
const letters = "ACDEFHJKMNPRTVWXY";

/**
 * The shapes of a code, D a digit and L a letter. Neither letters alone, which may be a word, nor digits alone, nor
 * a letter and two digits, as candidates are numbered (A12).
 */
const shapes = ["DLD", "DDL", "LLD", "LDL", "DLL"] as const;

/** Typed for one another, and not in the alphabet themselves. */
const meant: Readonly<Record<string, string>> = { B: "8", G: "6", S: "5", Z: "2", U: "V" };

const signsOf = (place: string): string => (place === "D" ? digits : letters);
const sizeOf = (shape: string): number =>
  [...shape].reduce((product, place) => product * signsOf(place).length, 1);

/** How many codes there are: after so many openings the first code is given again. */
export const openingCodes = shapes.reduce((sum, shape) => sum + sizeOf(shape), 0);

/** Shares no factor with the number of codes, so that every code has its turn, and neighbours look nothing alike. */
const step = 5_639;

/**
 * The code of an opening, such as `4F7`: short enough for every alert, and read out without mistakes.
 *
 * @param serial  1 for the first opening; codes repeat after `openingCodes` of them, so the caller asks whether the
 *   earlier opening is closed, and takes the next serial if it is not
 * @throws RangeError for a serial below 1 or not whole
 */
export function openingCode(serial: number): string {
  if (!Number.isSafeInteger(serial) || serial < 1)
    throw new RangeError(`numbering an opening: ${serial} is no serial from 1 on`);
  let index = (((serial - 1) % openingCodes) * step) % openingCodes;
  let code = "";
  for (const shape of shapes) {
    if (index < sizeOf(shape)) {
      for (const place of shape) {
        const signs = signsOf(place);
        code += signs.charAt(index % signs.length);
        index = Math.floor(index / signs.length);
      }
      return code;
    }
    index -= sizeOf(shape);
  }
  return code;
}

/**
 * Reads a code in any case, digit script and spacing, with the letters people mistake for its signs ("4FS" for 4F5);
 * null for anything else, and for a word without any digit, which was not meant as a code ("bus").
 */
export function readOpeningCode(text: string): string | null {
  const typed = foldText(text)
    .toUpperCase()
    .replace(/[\s\p{Pd}#]/gu, "");
  if (!/\d/.test(typed)) return null;
  const code = [...typed].map((sign) => (Object.hasOwn(meant, sign) ? meant[sign] : sign)).join("");
  const shape = [...code]
    .map((sign) => (digits.includes(sign) ? "D" : letters.includes(sign) ? "L" : "?"))
    .join("");
  return shapes.some((known) => known === shape) ? code : null;
}
