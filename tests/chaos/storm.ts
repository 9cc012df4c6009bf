import { setTimeout as wait } from "node:timers/promises";
import type { Chance } from "./chance.ts";
import type { RedisProcess } from "./redis-process.ts";
import type { ServiceProcess } from "./service-process.ts";

/** What a storm does, and how often. */
export interface Forecast {
  readonly kills: number;
  readonly flushes: number;
  readonly redisKills: number;
  /** How long it is quiet between two blows, in milliseconds. */
  readonly pauseMs: { readonly least: number; readonly most: number };
}

/**
 * Kills, wipes and restarts, in an order and at moments that chance decides.
 *
 * @param meanwhile  is told before each blow which share of the storm is over, so that there is always somebody talking
 */
export async function storm(
  { kills, flushes, redisKills, pauseMs }: Forecast,
  chance: Chance,
  victims: readonly ServiceProcess[],
  redis: RedisProcess,
  meanwhile: (share: number) => void,
): Promise<void> {
  const kill = async (): Promise<void> => {
    const v = victims[chance.between(0, victims.length - 1)];
    await v?.killAndRestart();
    // One in five is killed again while it is still starting.
    if (!chance.happens(0.2)) await v?.ready();
  };
  const restartRedis = async (): Promise<void> => {
    await redis.kill();
    await wait(chance.between(0, 1_500));
    await redis.start();
  };
  const blows = chance.shuffled([
    ...Array.from({ length: kills }, () => kill),
    ...Array.from({ length: flushes }, () => redis.flush),
    ...Array.from({ length: redisKills }, () => restartRedis),
  ]);
  for (const [at, blow] of blows.entries()) {
    meanwhile((at + 1) / blows.length);
    await wait(chance.between(pauseMs.least, pauseMs.most));
    await blow();
  }
}
