import { createHash, timingSafeEqual } from "node:crypto";

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();

/**
 * Tells whether a webhook carries the secret that we gave Telegram, taking the same time whether it does or not.
 *
 * @see https://core.telegram.org/bots/api#setwebhook (`X-Telegram-Bot-Api-Secret-Token`)
 */
export const verifyTelegramSecret = (secret: string, header: string | undefined): boolean =>
  secret !== "" && header !== undefined && timingSafeEqual(digest(secret), digest(header));
