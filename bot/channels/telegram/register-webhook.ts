import { ProviderUnreachable } from "../provider-unreachable.ts";
import { botApi, type TelegramOptions, telegramAccount } from "./bot-api.ts";
import { readTelegramFailure } from "./read-failure.ts";
import { allowedUpdates } from "./update-schema.ts";

/** Where Telegram shall deliver, and how we shall know it. */
export interface WebhookRegistration {
  /** The full address, https and on port 443, 80, 88 or 8443. */
  readonly url: string;
  /** 1 to 256 of `A-Z a-z 0-9 _ -`. */
  readonly secret: string;
}

const timeoutSeconds = 10;

/**
 * Tells Telegram to deliver updates to us; waiting ones are kept and come first.
 *
 * @throws {ProviderUnreachable} when Telegram does not agree
 * @see https://core.telegram.org/bots/api#setwebhook
 */
export async function registerTelegramWebhook(
  options: TelegramOptions,
  { url, secret }: WebhookRegistration,
): Promise<void> {
  try {
    await botApi(options, timeoutSeconds).setWebhook(url, {
      secret_token: secret,
      allowed_updates: allowedUpdates,
    });
  } catch (error) {
    const { detail } = readTelegramFailure(error);
    throw new ProviderUnreachable(telegramAccount(options.token), "registering the webhook", detail);
  }
}

/**
 * Takes the webhook away, so that updates can be polled for; waiting ones are kept.
 *
 * @throws {ProviderUnreachable} when Telegram does not agree
 */
export async function removeTelegramWebhook(options: TelegramOptions): Promise<void> {
  try {
    await botApi(options, timeoutSeconds).deleteWebhook();
  } catch (error) {
    const { detail } = readTelegramFailure(error);
    throw new ProviderUnreachable(telegramAccount(options.token), "removing the webhook", detail);
  }
}
