import { telegramAccount } from "../bot/channels/telegram/bot-api.ts";
import { pollTelegram } from "../bot/channels/telegram/poll-updates.ts";
import { registerTelegramWebhook, removeTelegramWebhook } from "../bot/channels/telegram/register-webhook.ts";
import { lookUps, sweep } from "../bot/sweep.ts";
import { describeFault } from "../domain/describe-fault.ts";
import type { Config, TelegramConfig } from "./config/config.ts";
import { isLoopback } from "./config/is-loopback.ts";
import { addDemo } from "./demo/add-demo.ts";
import { httpApp } from "./http/app.ts";
import { closeApp } from "./http/close-app.ts";
import { openService } from "./open-service.ts";
import { startPrivateRedis } from "./redis/private-redis.ts";
import { refuseUnfitRedis } from "./redis/refuse-unfit-redis.ts";
import type { Service } from "./service.ts";
import { telegramReceiver } from "./telegram-receiver.ts";
import { catchUp } from "./workers/catch-up.ts";
import { comeRound } from "./workers/come-round.ts";
import { repeat } from "./workers/repeat.ts";
import { retention, retentionEveryMs } from "./workers/retention.ts";
import { startWorkers } from "./workers/start-workers.ts";

/** A running service. */
export interface Running {
  /** Where it is served, or null for a process that only works. */
  readonly url: string | null;
  /** Takes nothing new, finishes what is begun, closes everything. */
  stop(): Promise<void>;
}

type Stop = () => Promise<void>;

/** Stops side by side what may each have to wait for a provider. */
const together =
  (stops: readonly Stop[]): Stop =>
  async () => {
    await Promise.all(stops.map((stop) => stop()));
  };

/**
 * Starts the service in the role it was given. What was started is stopped in the opposite order.
 *
 * @throws RedisRefused, PrivateRedisFault, MigrationRefused, DatabaseNotDurable: the operator's to mend
 */
export async function start(config: Config): Promise<Running> {
  if (config.redisUrl !== null) await refuseUnfitRedis(config.redisUrl);
  const stops: Stop[] = [];
  const privateRedis =
    config.redisUrl === null ? await startPrivateRedis({ dataDir: config.dataDir, log: quiet }) : null;
  if (privateRedis !== null) stops.push(() => privateRedis.stop());
  const redisUrl = config.redisUrl ?? privateRedis?.url ?? "";
  const { service, handle, send, doRound, startStopping, close } = await openService(config, redisUrl);
  stops.push(close);
  // Other processes might be at work already where there are several.
  if (config.demo && config.role === "all") await addDemo(service);
  if (config.role !== "web") {
    const { sweepEveryMs, catchUpEveryMs } = config.timings;
    stops.push(
      together([
        startWorkers(service, redisUrl, handle, send, doRound),
        comeRound(service, redisUrl, doRound),
        repeat(sweepEveryMs, sweep(service)),
        repeat(sweepEveryMs, lookUps(service)),
        repeat(catchUpEveryMs, catchUp(service)),
        repeat(retentionEveryMs, retention(service)),
      ]),
    );
  }
  let url: string | null = null;
  if (config.role !== "worker") {
    const app = httpApp(service);
    url = await app.listen({ host: config.host, port: config.port });
    stops.push(() => closeApp(app));
    if (config.telegram !== null) stops.push(await listenToTelegram(service, config.telegram));
  }
  return {
    url,
    stop: async () => {
      startStopping();
      for (const stop of stops.toReversed()) await stop();
    },
  };
}

/** A webhook where Telegram can reach us; else we ask for updates. In `MODE=sim` only a Telegram on this machine is asked. */
async function listenToTelegram(service: Service, telegram: TelegramConfig): Promise<Stop> {
  const { config, log, newId } = service;
  const { token, apiRoot, secret, delivery } = telegram;
  if (config.mode === "sim" && !isLoopback(apiRoot)) return async () => undefined;
  const options = { token, apiRoot };
  if (delivery === "webhook" && secret !== null) {
    await registerTelegramWebhook(options, { url: `${config.publicUrl}/webhooks/telegram`, secret }).catch(
      (fault: unknown) => {
        log.error(
          { fault: describeFault(fault) },
          "Telegram did not take our webhook address; check PUBLIC_URL and TELEGRAM_BOT_TOKEN",
        );
      },
    );
    return async () => undefined;
  }
  await removeTelegramWebhook(options).catch((fault: unknown) =>
    log.warn({ fault: describeFault(fault) }, "Telegram could not be reached"),
  );
  const receive = telegramReceiver(service, telegramAccount(token));
  const polling = pollTelegram({
    ...options,
    logger: log,
    record: async (updates) => {
      for (const update of updates) await receive(update, newId());
    },
  });
  return () => polling.stop();
}

/** The private Redis is only a doorbell: what becomes of it concerns nobody as long as it is restarted. */
const quiet = { info: () => undefined, warn: () => undefined };
