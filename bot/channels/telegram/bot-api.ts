import { Api } from "grammy";

/** Which bot, and where Telegram is. */
export interface TelegramOptions {
  /** As given by @BotFather: the bot's id, a colon, and the secret part. */
  readonly token: string;
  /** Another Bot API server than Telegram's own, without a slash at the end; null: https://api.telegram.org. */
  readonly apiRoot: string | null;
}

/** Makes grammY's client; a request fails after so many seconds. */
export const botApi = ({ token, apiRoot }: TelegramOptions, timeoutSeconds: number): Api =>
  new Api(token, { timeoutSeconds, ...(apiRoot === null ? {} : { apiRoot: apiRoot.replace(/\/+$/, "") }) });

/** Names a bot of ours by its id, the public part of its token. */
export const telegramAccount = (token: string): string => `telegram:${token.split(":", 1).join("")}`;
