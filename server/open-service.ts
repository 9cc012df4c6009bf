import { randomBytes, randomInt, randomUUID } from "node:crypto";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { pino } from "pino";
import { type HandleMail, handleMail } from "../bot/inbound/handle-mail.ts";
import { type SendQueued, sendQueued } from "../bot/outbound/send-queued.ts";
import { systemClock } from "../domain/clock.ts";
import { describeFault } from "../domain/describe-fault.ts";
import { timeOrderedId } from "../domain/time-ordered-id.ts";
import { createLocales } from "../locales/index.ts";
import { migrateDatabase } from "../prisma/migrate-database.ts";
import { openStore } from "../prisma/store.ts";
import { ringEither, silentDoorbell } from "../queues/doorbell.ts";
import { producerConnection } from "../queues/redis-connection.ts";
import { redisDoorbell } from "../queues/redis-doorbell.ts";
import { openIssuer } from "../union/credentials/open-issuer.ts";
import { secretsFrom } from "../union/secrets.ts";
import { openChannels } from "./channels.ts";
import type { Config } from "./config/config.ts";
import { secretKey } from "./config/secret-key.ts";
import { createMetrics } from "./metrics.ts";
import type { Service } from "./service.ts";
import { simulatedClock } from "./sim/simulated-clock.ts";
import { telegramName } from "./telegram-name.ts";
import { version } from "./version.ts";
import { directDoorbell } from "./workers/direct-doorbell.ts";
import { everyRound } from "./workers/every-round.ts";
import { type DoRound, roundsOf } from "./workers/rounds.ts";

/** The service, open but not yet serving, and the two functions that its workers run. */
export interface OpenService {
  readonly service: Service;
  readonly handle: HandleMail;
  readonly send: SendQueued;
  readonly doRound: DoRound;
  /** From now on /readyz says "stopping". */
  startStopping(): void;
  close(): Promise<void>;
}

/** Builds everything the service is made of: database, queues, channels, languages, metrics. Nothing is served or worked off yet. */
export async function openService(config: Config, redisUrl: string): Promise<OpenService> {
  mkdirSync(config.dataDir, { recursive: true });
  const log = pino({ level: config.logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime });
  const movable = config.mode === "sim" ? simulatedClock(config.dataDir) : null;
  const clock = movable ?? systemClock;
  const newId = timeOrderedId(clock, randomUUID);
  await migrateDatabase({ databaseUrl: config.databaseUrl, clock: systemClock, newId: randomUUID });
  const store = await openStore(config.databaseUrl);
  const connection = producerConnection(redisUrl, (fault) =>
    log.debug({ fault: describeFault(fault) }, "Redis is away"),
  );
  const redis = redisDoorbell(connection);
  const metrics = createMetrics();
  let isStopping = false;

  const secrets = secretsFrom(await secretKey(config.secretKey, config.dataDir));
  const issuer = await openIssuer({
    folder: join(config.dataDir, "keys"),
    publicUrl: config.publicUrl,
    secrets,
    randomBytes,
    now: systemClock.now(),
  });
  const works = config.role !== "web";
  const direct = directDoorbell(
    () => handle,
    () => send,
    () => doRound,
    (fault) =>
      log.error({ fault: describeFault(fault) }, "working without Redis failed; the sweep takes it up"),
  );
  const service: Service = {
    config,
    store,
    statements: store.statements,
    doorbell: ringEither(redis, works ? direct : silentDoorbell),
    clock,
    simulatedClock: movable,
    newId,
    randomInt: (below) => randomInt(below),
    secrets,
    issuer,
    telegramName: await telegramName(config),
    publicUrl: config.publicUrl,
    log,
    locales: createLocales(),
    channels: openChannels(config, store, newId),
    timings: config.timings,
    counts: metrics.counts,
    metrics,
    version,
    isRedisReady: () => connection.status === "ready",
    isStopping: () => isStopping,
  };
  const handle = handleMail(service);
  const send = sendQueued(service);
  const doRound = roundsOf(service, everyRound(service));
  return {
    service,
    handle,
    send,
    doRound,
    startStopping: () => {
      isStopping = true;
    },
    close: async () => {
      await direct.stop();
      await redis.close();
      await store.close();
    },
  };
}
