const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
/** First A1 to Z9, then A10 to Z99. */
const short = letters.length * 9;
const all = letters.length * 99;

/**
 * The code of a card by its place in its opening: A1 to A9, B1 to B9, ... Z9, then A10 to A99, B10 and so on.
 *
 * @param place  0 for the first card of an opening
 * @throws RangeError from 2,574 on: so many cards no opening has
 */
export function cardCode(place: number): string {
  if (!Number.isSafeInteger(place) || place < 0 || place >= all)
    throw new RangeError(`numbering a card: there is no place ${place}`);
  return place < short
    ? `${letters.charAt(Math.floor(place / 9))}${1 + (place % 9)}`
    : `${letters.charAt(Math.floor((place - short) / 90))}${10 + ((place - short) % 90)}`;
}

/** The place that a code stands for; -1 for what is no code. */
export function cardPlace(code: string): number {
  const [, letter = "", digits] = /^([A-Z])([1-9]\d?)$/.exec(code) ?? [];
  if (digits === undefined) return -1;
  const number = Number(digits);
  const row = letters.indexOf(letter);
  return number < 10 ? row * 9 + number - 1 : short + row * 90 + number - 10;
}
