import { foldDigits } from "./digits.ts";

/**
 * 23 letters, a prime number of them, as the check letter needs it: none that is read as a digit (I, O) or as
 * O (Q).
 */
const letters = "ABCDEFGHJKLMNPRSTUVWXYZ";

/**
 * Members have four digits until these are used up, then five, and so on; no longer number begins with 0.
 * Each step shares no factor with its size, so a row of serials visits every number once, and neighbours look
 * nothing alike. Each begins somewhere in its middle, so that nobody is 0000.
 */
const series = [
  { digits: 4, first: 0, size: 10_000, step: 6_181, start: 4_821 },
  { digits: 5, first: 10_000, size: 90_000, step: 55_621, start: 48_210 },
  { digits: 6, first: 100_000, size: 900_000, step: 556_231, start: 482_100 },
  { digits: 7, first: 1_000_000, size: 9_000_000, step: 5_562_307, start: 4_821_000 },
] as const;

/**
 * The number a member gives to caseworkers, such as `MU-4821-K`: for each serial another one, in which the eye
 * sees neither how many members there are nor who joined when.
 *
 * @param serial  1 for the first member; at most 10,000,000
 * @throws RangeError for a serial that is not one of those
 */
export function memberNumber(serial: number): string {
  let index = serial - 1;
  if (Number.isSafeInteger(index) && index >= 0)
    for (const { digits, first, size, step, start } of series) {
      if (index < size)
        return withLetter(String(first + ((start + index * step) % size)).padStart(digits, "0"));
      index -= size;
    }
  throw new RangeError(`numbering a member: ${serial} is no serial between 1 and 10,000,000`);
}

/**
 * Reads a member number in any case, digit script and spacing as `MU-4821-K`; null for anything else and for
 * a wrong check letter.
 */
export function readMemberNumber(text: string): string | null {
  const typed = foldDigits(text).normalize("NFKC").toUpperCase();
  const [, digits, letter] = /^\s*MU[\s\p{Pd}]*(\d{4}|[1-9]\d{4,6})[\s\p{Pd}]*([A-Z])\s*$/u.exec(typed) ?? [];
  if (digits === undefined) return null;
  const number = withLetter(digits);
  return number.endsWith(`-${letter}`) ? number : null;
}

const withLetter = (digits: string): string => `MU-${digits}-${checkLetter(digits)}`;

/**
 * A sum in which each digit has another weight, a power of 5, modulo the prime 23: powers of 5 are all
 * different there and no difference of two digits is 0, so one wrong digit, or two that changed places,
 * always give another letter.
 */
function checkLetter(digits: string): string {
  let sum = 20;
  for (const digit of digits) sum = (sum * 5 + Number(digit)) % letters.length;
  return letters.charAt(sum);
}
