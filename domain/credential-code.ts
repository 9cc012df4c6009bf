import { foldDigits } from "./digits.ts";

/** What a text that should be the code of a credential turned out to be. */
export type CodeReading =
  | { readonly kind: "code"; readonly code: string }
  /** As long as a code, but the check digit is wrong. */
  | { readonly kind: "typing-mistake" }
  /** Digits only, a few too many or too few. */
  | { readonly kind: "wrong-length"; readonly digits: number }
  | { readonly kind: "not-a-code" };

/**
 * How many digits a code may have. New codes get 15 once there are so many that guessing at 12 would now and
 * then hit one; both lengths stay valid side by side.
 */
const lengths = [12, 15] as const;
export type CodeLength = (typeof lengths)[number];

/** Digits one may be off by for it still to be taken for a code. */
const nearMiss = 2;
/** What people put between the groups: spaces, any dash, and marks of direction that cannot be seen. */
const between = /[\s\p{Pd}\p{Cf}\u2212]/gu;

/**
 * The totally anti-symmetric quasigroup of order 10 in H. Michael Damm, "Total anti-symmetrische Quasigruppen",
 * Marburg 2004 (https://doi.org/10.17192/z2004.0516): walking it digit by digit shows every wrong digit and
 * every two neighbours that changed places.
 */
const damm = [
  [0, 3, 1, 7, 5, 9, 8, 6, 4, 2],
  [7, 0, 9, 2, 1, 5, 4, 8, 6, 3],
  [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
  [1, 7, 5, 0, 9, 8, 3, 4, 2, 6],
  [6, 1, 2, 3, 0, 4, 5, 9, 7, 8],
  [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
  [5, 8, 6, 9, 7, 2, 0, 1, 3, 4],
  [8, 9, 4, 5, 3, 6, 2, 0, 1, 7],
  [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
  [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
] as const satisfies readonly (readonly number[])[];

/**
 * Draws the code of a new credential: random digits and a check digit at the end, nothing between them.
 *
 * Digits only, so that it can be typed on any keypad, spoken aloud, and sent by people who write no Latin letters.
 *
 * @param randomInt  gives an unpredictable whole number from 0 up to, not including, its argument
 */
export function newCredentialCode(randomInt: (below: number) => number, length: CodeLength = 12): string {
  const drawn = String(randomInt(10 ** (length - 1))).padStart(length - 1, "0");
  return drawn + checkDigit(drawn);
}

/** Writes a code in three groups, as it is sent, printed and read aloud: `1234-5678-9012`. */
export function showCredentialCode(code: string): string {
  const group = code.length / 3;
  return [code.slice(0, group), code.slice(group, 2 * group), code.slice(2 * group)].join("-");
}

/**
 * Reads a code in any digit script, with spaces or dashes anywhere, and tells a slip of the finger from a text
 * that is no code at all.
 */
export function readCredentialCode(text: string): CodeReading {
  const typed = foldDigits(text).replace(between, "");
  if (!/^\d+$/.test(typed)) return { kind: "not-a-code" };
  if (lengths.some((length) => length === typed.length))
    return checkDigit(typed) === 0 ? { kind: "code", code: typed } : { kind: "typing-mistake" };
  return lengths.some((length) => Math.abs(length - typed.length) <= nearMiss)
    ? { kind: "wrong-length", digits: typed.length }
    : { kind: "not-a-code" };
}

/** The digit that brings the walk to 0; it is 0 for digits that end in their own check digit. */
function checkDigit(digits: string): number {
  let at = 0;
  for (const digit of digits) at = damm[at]?.[Number(digit)] ?? at;
  return at;
}
