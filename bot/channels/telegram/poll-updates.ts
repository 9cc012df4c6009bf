import { setTimeout as wait } from "node:timers/promises";
import { type Api, GrammyError } from "grammy";
import type { Update } from "grammy/types";
import type { Logger } from "pino";
import { botApi, type TelegramOptions, telegramAccount } from "./bot-api.ts";
import { readTelegramFailure } from "./read-failure.ts";
import { allowedUpdates } from "./update-schema.ts";

/** What polling needs. */
export interface PollOptions extends TelegramOptions {
  /** Makes the updates durable. Only when it has resolved does Telegram learn that we have them. */
  readonly record: (updates: readonly Update[]) => Promise<void>;
  readonly logger: Pick<Logger, "warn" | "error">;
  /** How long Telegram may hold a request open when there is nothing to say; 30 where left out. */
  readonly holdSeconds?: number;
  /** The first wait after a failure, in milliseconds; it doubles up to a minute. 1,000 where left out. */
  readonly firstPauseMs?: number;
}

/** A poller at work. */
export interface Polling {
  /** Asks no more, and resolves when what was being recorded is recorded. */
  stop(): Promise<void>;
}

const longestPauseMs = 60_000;
/** A server that does not hold requests open shall not be asked in a tight loop. */
const emptyPauseMs = 100;

type GrammySignal = NonNullable<Parameters<Api["getUpdates"]>[1]>;

/** grammY's types name a polyfill's AbortSignal; when running it asks for `addEventListener` only. */
const isGrammySignal = (signal: unknown): signal is GrammySignal => signal instanceof AbortSignal;

const explanations: ReadonlyMap<number, string> = new Map([
  [401, "Telegram does not know this bot token: check TELEGRAM_BOT_TOKEN"],
  [404, "Telegram does not know this bot token: check TELEGRAM_BOT_TOKEN"],
  [409, "Another process polls with this bot token, or a webhook is set: stop it, or remove the webhook"],
]);

/**
 * Fetches updates for as long as it is not stopped: how a bot runs without a public address.
 *
 * An update is confirmed only by asking for the next one, so what was not recorded comes again; the unique update id
 * takes care of what comes twice.
 *
 * @see https://core.telegram.org/bots/api#getupdates
 */
export function pollTelegram(options: PollOptions): Polling {
  const { record, logger, holdSeconds = 30, firstPauseMs = 1000 } = options;
  const account = telegramAccount(options.token);
  const api = botApi(options, holdSeconds + 10);
  const stopping = new AbortController();
  const { signal } = stopping;

  const pause = (milliseconds: number): Promise<void> =>
    wait(milliseconds, undefined, { signal }).catch(() => undefined);

  const report = (error: unknown, pauseMs: number): void => {
    const code = error instanceof GrammyError ? error.error_code : null;
    const explanation = explanations.get(code ?? 0);
    const { detail } = readTelegramFailure(error);
    if (explanation !== undefined) logger.error({ account, code, detail, pauseMs }, explanation);
    else logger.warn({ account, code, detail, pauseMs }, "Polling Telegram failed; trying again");
  };

  const run = async (): Promise<void> => {
    let offset = 0;
    let failures = 0;
    while (!signal.aborted) {
      try {
        const updates = await api.getUpdates(
          { offset, timeout: holdSeconds, allowed_updates: allowedUpdates },
          isGrammySignal(signal) ? signal : undefined,
        );
        if (updates.length > 0) await record(updates);
        offset = Math.max(offset, ...updates.map((update) => update.update_id + 1));
        failures = 0;
        if (updates.length === 0) await pause(emptyPauseMs);
      } catch (error) {
        if (signal.aborted) return;
        const asked = error instanceof GrammyError ? (error.parameters.retry_after ?? 0) * 1000 : 0;
        const pauseMs = Math.max(asked, Math.min(longestPauseMs, firstPauseMs * 2 ** failures));
        failures += 1;
        report(error, pauseMs);
        await pause(pauseMs);
      }
    }
  };

  const running = run();
  return {
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}
