import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { pingRedis, type RedisAddress, shutDownRedis } from "./ping-redis.ts";
import { PrivateRedisFault } from "./private-redis-fault.ts";
import { openRedisFolder, type RedisFolder } from "./redis-folder.ts";
import { findRedisProgram } from "./redis-program.ts";
import { startWatchedChild, type WatchedChild } from "./watched-child.ts";

/** Where the private Redis tells what happens to it; a pino logger will do. */
export interface RedisLog {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
}

/** What `startPrivateRedis` needs. */
export interface PrivateRedisOptions {
  /** The service's own folder; Redis gets the folder `redis` in it. */
  readonly dataDir: string;
  readonly log: RedisLog;
  /** The program to run; by default the first `redis-server` or `valkey-server` on the PATH. */
  readonly program?: string | undefined;
  readonly newPassword?: () => string;
}

/** A Redis of our own, kept running until it is stopped. */
export interface PrivateRedis {
  readonly url: string;
  stop(): Promise<void>;
}

const patienceMs = 30_000;
const leftoverPatienceMs = 3_000;
const checkEveryMs = 1_000;

/**
 * Starts Redis as a child that is restarted when it dies and that dies with this process, however that ends.
 * A second process on the same folder shares it and takes over when the first is gone; the address stays the same.
 * Jobs that cannot be read any more are put aside: Redis is only a doorbell, the database knows what is due.
 * @throws PrivateRedisFault when there is no Redis program or it does not start.
 */
export async function startPrivateRedis(options: PrivateRedisOptions): Promise<PrivateRedis> {
  const program = options.program ?? findRedisProgram(process.env.PATH ?? "");
  if (program === undefined) {
    throw new PrivateRedisFault(
      "There is no redis-server or valkey-server on this machine. Install one, or set REDIS_URL.",
    );
  }
  const newPassword = options.newPassword ?? (() => randomBytes(24).toString("hex"));
  const folder = await openRedisFolder(join(options.dataDir, "redis"), newPassword);
  let stopped = false;
  const first = (await folder.lastAddress()) ?? (await folder.newAddress());
  const attempt = { program, folder, stopped: () => stopped };
  const { address, child: firstChild } = await findOrStart({ ...attempt, address: first, mayMove: true });
  let child = firstChild;
  const url = `redis://:${address.password}@127.0.0.1:${address.port}`;
  options.log.info({ port: address.port, shared: child === undefined }, "private redis is ready");

  const keepRunning = async (): Promise<void> => {
    while (!stopped) {
      if (child === undefined) await pause(checkEveryMs, undefined, { ref: false });
      else await child.ended;
      if (stopped || (child === undefined && (await pingRedis(address)) === "ready")) continue;
      options.log.warn({ port: address.port }, "private redis ended, starting it again");
      try {
        ({ child } = await findOrStart({ ...attempt, address, mayMove: false }));
      } catch (fault) {
        child = undefined;
        if (!stopped) options.log.warn({ err: fault }, "private redis did not start, trying again");
      }
    }
  };
  const kept = keepRunning();

  return {
    url,
    async stop() {
      stopped = true;
      await child?.stop();
      if (child !== undefined) await kept;
    },
  };
}

interface Attempt {
  readonly program: string;
  readonly folder: RedisFolder;
  readonly address: RedisAddress;
  /** False once others hold the address: then a port taken by a stranger is waited for, not left. */
  readonly mayMove: boolean;
  readonly stopped: () => boolean;
}

interface Running {
  readonly address: RedisAddress;
  /** Undefined when another living process looks after this Redis. */
  readonly child: WatchedChild | undefined;
}

async function findOrStart(attempt: Attempt): Promise<Running> {
  const { program, folder, stopped } = attempt;
  let { address } = attempt;
  let triedWithoutJobs = false;
  const deadline = performance.now() + patienceMs;
  while (performance.now() < deadline && !stopped()) {
    switch (await pingRedis(address)) {
      case "ready":
        if (await keeperLives(folder)) return { address, child: undefined };
        await clearLeftover(address, folder);
        break;
      case "loading":
        await pause(100);
        break;
      case "stranger":
        if (attempt.mayMove) address = await folder.newAddress();
        else await pause(checkEveryMs);
        break;
      case "nobody": {
        await folder.writeSettings(address);
        const child = startWatchedChild(program, [folder.settingsFile], folder.logFile);
        if (await becomesReady(address, child)) {
          await folder.becomeKeeper(process.pid);
          return { address, child };
        }
        const lastWords = await folder.logTail();
        if (/address already in use/i.test(lastWords)) {
          await pause(100);
        } else if (!triedWithoutJobs && /append only file|appendonly|\bAOF\b/i.test(lastWords)) {
          triedWithoutJobs = true;
          await folder.setJobsAside();
        } else {
          throw new PrivateRedisFault(`Redis did not start. Its last words: ${lastWords || "(none)"}`);
        }
      }
    }
  }
  throw new PrivateRedisFault(`Redis was not ready after ${patienceMs / 1000} seconds.`);
}

async function becomesReady(address: RedisAddress, child: WatchedChild): Promise<boolean> {
  let ended = false;
  void child.ended.then(() => {
    ended = true;
  });
  const deadline = performance.now() + patienceMs;
  while (!ended && performance.now() < deadline) {
    // Pinged after the check: another process's Redis on the same port must not pass for ours.
    if ((await pingRedis(address)) === "ready") {
      await Promise.race([child.ended, pause(20)]);
      if (!ended) return true;
    }
    await pause(20);
  }
  await child.stop();
  return false;
}

async function keeperLives(folder: RedisFolder): Promise<boolean> {
  const keeper = await folder.keeper();
  // Our own number in the file is from an earlier life: process ids are used again, in containers at once.
  if (keeper === undefined || keeper === process.pid) return false;
  try {
    process.kill(keeper, 0);
    return true;
  } catch (fault) {
    return fault instanceof Error && "code" in fault && fault.code === "EPERM";
  }
}

/** The keeper is gone: its Redis is on the way out by itself, or is told to go. */
async function clearLeftover(address: RedisAddress, folder: RedisFolder): Promise<void> {
  const deadline = performance.now() + leftoverPatienceMs;
  while (performance.now() < deadline) {
    // Or its keeper had just started it and not yet signed for it.
    if ((await keeperLives(folder)) || (await pingRedis(address)) === "nobody") return;
    await pause(50);
  }
  await shutDownRedis(address);
}
