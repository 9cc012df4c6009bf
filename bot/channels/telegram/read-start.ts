/**
 * Reads Telegram's start command: the payload of the deep link, empty for a plain start, null for any other text.
 *
 * @see https://core.telegram.org/bots/features#deep-linking
 */
export const readStart = (text: string): string | null =>
  /^\/start(?:@\w+)?(?:\s+([\s\S]*))?$/.exec(text) === null
    ? null
    : text.replace(/^\/start(?:@\w+)?\s*/, "").trim();
