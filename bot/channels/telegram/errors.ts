import type { RefusalClass } from "../../../domain/send-outcome.ts";

interface TelegramError {
  readonly code: number;
  /** What the description says; any description where left out. */
  readonly says?: RegExp;
  readonly refusal: RefusalClass;
}

/**
 * What Telegram's refusals mean for us; the first that fits counts.
 *
 * Telegram documents the codes but not the descriptions (https://core.telegram.org/bots/api#making-requests); those here
 * are the ones collected in https://github.com/TelegramBotAPI/errors. A refusal that fits none counts as `unreachable`,
 * which is tried again once and then left.
 */
export const telegramErrors: readonly TelegramError[] = [
  { code: 403, says: /blocked by the user|user is deactivated/i, refusal: "opt_out" },
  { code: 403, says: /can't initiate conversation/i, refusal: "invalid_address" },
  {
    code: 400,
    says: /chat not found|user not found|PEER_ID_INVALID|chat_id is empty/i,
    refusal: "invalid_address",
  },
  {
    code: 400,
    says: /message is too long|text is empty|text must be non-empty|can't parse/i,
    refusal: "content",
  },
  { code: 400, says: /BUTTON|keyboard|reply markup|reply_markup/i, refusal: "content" },
  { code: 401, refusal: "configuration" },
  { code: 404, refusal: "configuration" },
  { code: 409, refusal: "configuration" },
  { code: 429, refusal: "throttled" },
];

/** Names what a refusal of Telegram's means for us. */
export const readTelegramError = (code: number, description: string): RefusalClass =>
  telegramErrors.find((error) => error.code === code && (error.says?.test(description) ?? true))?.refusal ??
  "unreachable";
