import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { type DatabaseView, viewDatabase } from "../service/database.ts";
import { freePort } from "../service/free-port.ts";
import { forget, newDataDir, type Settings } from "../service/run-service.ts";
import { until } from "../service/until.ts";
import { breaches, rowsOf } from "./breaches.ts";
import { type Chance, chanceFrom, seedOfThisRun } from "./chance.ts";
import { type Crowd, crowdOf, type Tongue } from "./crowd.ts";
import type { Provider } from "./provider.ts";
import { type RedisProcess, redisProcess } from "./redis-process.ts";
import { type ServiceProcess, serviceProcess } from "./service-process.ts";

/** Everything a trial of the running service consists of. */
export interface Trial extends AsyncDisposable {
  readonly chance: Chance;
  readonly redis: RedisProcess;
  readonly provider: Provider;
  readonly crowd: Crowd;
  readonly database: DatabaseView;
  /** Starts a process of the service; all are ended with the trial. */
  run(name: string, settings: Settings): ServiceProcess;
  /** One member in each language joins while nothing is wrong; everybody after them is compared with them. */
  learn(languages?: readonly Tongue[]): Promise<void>;
  /** Lets members begin, by turns in each language learnt, until so many have. */
  begin(upTo: number): void;
  /** Settles when all who have begun have their last text and no message is under way; at the latest after so long. */
  rest(withinMs: number): Promise<void>;
  /** What was promised and not kept. */
  breaches(): readonly string[];
  say(text: string): void;
}

/** Sets up a provider, a Redis and an empty database; nothing of the service runs yet. */
export async function newTrial(
  providerAt: (serviceUrl: string, chance: Chance) => Promise<Provider>,
): Promise<Trial> {
  const chance = chanceFrom(seedOfThisRun());
  const startedAt = performance.now();
  const dataDir = await newDataDir();
  const port = String(await freePort());
  const redis = await redisProcess();
  const provider = await providerAt(`http://127.0.0.1:${port}`, chance);
  const crowd = crowdOf(provider.deliver);
  provider.onArrival(crowd.arrives);
  const database = viewDatabase(join(dataDir, "migrant-union.db"));
  const processes: ServiceProcess[] = [];
  const common: Settings = {
    ...provider.settings,
    MODE: "live",
    SECRET_KEY: "the secret key of a trial, long enough",
    PORT: port,
    DATA_DIR: dataDir,
    REDIS_URL: redis.url,
    // Short, so that a trial does not wait for minutes; every other number is the service's own.
    SEND_LEASE_SECONDS: "6",
    LOOK_UP_AFTER_SECONDS: "1",
  };
  const spoken: Tongue[] = [];
  let begun = 0;

  const isAtRest = (): boolean =>
    crowd.done() >= begun - gaveUp(database) &&
    database.rows(`SELECT 1 FROM "InboundMessage" WHERE "state" = 'new' LIMIT 1`).length === 0 &&
    database.rows(
      `SELECT 1 FROM "OutboundMessage" WHERE "status" IN ('queued', 'sending', 'unknown') LIMIT 1`,
    ).length === 0;

  const say = (text: string): void => {
    const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1);
    process.stderr.write(`  [seed ${chance.seed}, ${seconds.padStart(5)} s] ${text}\n`);
  };

  return {
    chance,
    redis,
    provider,
    crowd,
    database,
    run: (name, settings) => {
      const started = serviceProcess(name, { ...common, ...settings });
      processes.push(started);
      return started;
    },
    learn: async (languages = ["en", "ar"]) => {
      for (const language of languages) {
        await crowd.joinUndisturbed(provider.addressOf(spoken.length), language);
        spoken.push(language);
      }
    },
    begin: (upTo) => {
      for (; begun < upTo; begun += 1) {
        const language = spoken[begun % spoken.length] ?? "en";
        void crowd.join(provider.addressOf(spoken.length + begun), language);
      }
    },
    rest: async (withinMs) => {
      const ticking = setInterval(() => say(`${crowd.done()} of ${begun} have joined`), 5_000);
      await until("everybody to have joined", isAtRest, withinMs).catch((fault: Error) => say(fault.message));
      clearInterval(ticking);
      // What a repeated text would still bring about, it brings about now.
      await wait(300);
    },
    breaches: () => [
      ...processes.flatMap(({ name, collapses }) =>
        collapses() === 0 ? [] : [`the ${name} ended by itself ${collapses()} times`],
      ),
      ...breaches({
        canBeAsked: provider.canBeAsked,
        accepted: provider.deliveries.accepted,
        typed: crowd.members.reduce((sum, { typed }) => sum + typed, 0),
        members: crowd.members.map(({ address, received, language }) => ({
          address,
          received,
          expected: crowd.expected(language),
        })),
        ...rowsOf(database),
      }),
    ],
    say,
    [Symbol.asyncDispose]: async () => {
      await Promise.all(processes.map((each) => each.end()));
      await redis.end();
      await provider.close();
      if (process.env.CHAOS_KEEP === undefined) await forget(dataDir);
      else say(`what the processes said and kept is in ${dataDir}`);
    },
  };
}

/** How many members will hear nothing more, because a text to them was given up: visibly, as a failed row. */
const gaveUp = (database: DatabaseView): number =>
  Number(
    database.rows(
      `SELECT count(DISTINCT "addressId") AS n FROM "OutboundMessage" WHERE "status" = 'failed'`,
    )[0]?.n,
  );
