/**
 * Makes a text that came from outside safe to store and to compare.
 *
 * NUL ends a text in some databases, and half a surrogate pair is not a character at all: both only arrive by accident
 * or malice. Everything else, bidi marks included, stays as it was typed.
 */
export const receivedText = (text: string | undefined): string =>
  (text ?? "").replaceAll("\u0000", "").toWellFormed();
