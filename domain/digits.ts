const digitOutsideAscii = /[^\P{Nd}0-9]/gu;
const isDigit = /^\p{Nd}$/u;
/** A digit drawn as a key: the digit, an optional request for colour, the key. */
const keycap = /([0-9#*])\ufe0f?\u20e3/g;
const keycapTen = /\u{1f51f}/gu;
const ascii = /^[\0-\x7f]*$/;

/**
 * Writes every decimal digit of every script (Arabic, Persian, Bengali, full-width, keycap emoji ...) as 0-9
 * and leaves the rest alone.
 */
export function foldDigits(text: string): string {
  if (ascii.test(text)) return text;
  return text.replace(digitOutsideAscii, asciiDigit).replace(keycap, "$1").replace(keycapTen, "10");
}

/**
 * Unicode keeps the ten digits of a script together and in order, 0 first (The Unicode Standard, section
 * 4.6): a digit's value is its distance from the start of its row.
 */
function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let first = code;
  while (isDigit.test(String.fromCodePoint(first - 1))) first -= 1;
  return String((code - first) % 10);
}
