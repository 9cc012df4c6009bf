/** A token of an invitation behind a mark that no command and no greeting begins with. */
const marked = /^\s*a-([\w-]{22})\s*$/;

/** The token in a text that follows an invitation, typed or from a deep link; null for any other text. */
export const readAttestorToken = (text: string): string | null => marked.exec(text)?.[1] ?? null;

/**
 * The link in an invitation: it opens our bot at Telegram with the token.
 *
 * @see https://core.telegram.org/bots/features#deep-linking
 */
export const attestorLink = (telegramName: string, token: string): string =>
  `https://t.me/${telegramName}?start=a-${token}`;
