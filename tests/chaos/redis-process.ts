import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { Redis } from "ioredis";
import { findRedisProgram } from "../../server/redis/redis-program.ts";
import { freePort } from "../service/free-port.ts";
import { until } from "../service/until.ts";

/** A Redis that keeps nothing on disk: whoever restarts it has wiped it. */
export interface RedisProcess {
  readonly url: string;
  /** Forgets every job there is (`FLUSHALL`). */
  flush(): Promise<void>;
  /** Ends it at once (`kill -9`). */
  kill(): Promise<void>;
  /** Starts it again, empty; settles when it answers. */
  start(): Promise<void>;
  /** How many jobs were ever put into this queue since it was last wiped. */
  jobsPutInto(queue: string): Promise<number>;
  end(): Promise<void>;
}

/** Starts one on a free port. */
export async function redisProcess(): Promise<RedisProcess> {
  const program = findRedisProgram(process.env.PATH ?? "");
  if (program === undefined) throw new Error("There is no redis-server on the PATH.");
  const port = String(await freePort());
  const url = `redis://127.0.0.1:${port}`;
  let child: ChildProcess | null = null;

  const asked = async <T>(ask: (redis: Redis) => Promise<T>): Promise<T> => {
    const redis = new Redis(url, { lazyConnect: true, maxRetriesPerRequest: 0, retryStrategy: () => null });
    redis.on("error", () => undefined);
    try {
      await redis.connect();
      return await ask(redis);
    } finally {
      redis.disconnect();
    }
  };
  const start = async (): Promise<void> => {
    const settings = ["--port", port, "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"];
    child = spawn(program, settings, { stdio: "ignore" });
    await until("Redis to answer", () => asked((redis) => redis.ping()).catch(() => null));
  };
  const kill = async (): Promise<void> => {
    const mine = child;
    child = null;
    if (mine === null || mine.exitCode !== null) return;
    const ended = once(mine, "exit");
    mine.kill("SIGKILL");
    await ended;
  };

  await start();
  return {
    url,
    flush: async () => {
      await asked((redis) => redis.flushall());
    },
    kill,
    start,
    jobsPutInto: (queue) => asked(async (redis) => Number((await redis.get(`bull:${queue}:id`)) ?? 0)),
    end: kill,
  };
}
