/**
 * Marks that turn the direction of the text around them, and can make it read as something else (Unicode TR
 * 36, section 2.5)
 */
const directionMarks = "\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069";
const unwanted = new RegExp(`[${directionMarks}\\p{Cs}]|(?!\\s)\\p{Cc}`, "gu");
const highSurrogateAtEnd = /[\ud800-\udbff]$/;

/**
 * Makes a typed text fit to be kept and shown to others: NFC, one line, single spaces, no control characters,
 * direction marks or broken characters, and at most `maxChars` UTF-16 units without half a character at the
 * end.
 *
 * Joiners stay: Persian words and emoji families are written with them.
 */
export function cleanText(text: string, maxChars: number): string {
  const clean = text.replace(unwanted, "").normalize("NFC").replace(/\s+/g, " ").trim();
  if (clean.length <= maxChars) return clean;
  return clean.slice(0, maxChars).replace(highSurrogateAtEnd, "").trimEnd();
}
