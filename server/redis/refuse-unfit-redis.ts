import { Redis } from "ioredis";
import { checkRedis } from "./check-redis.ts";
import { RedisRefused } from "./redis-refused.ts";

/** How long starting waits for an answer, in milliseconds. */
const patienceMs = 2_000;

/**
 * Refuses the Redis at this address where jobs would be lost in it. One that does not answer now is no reason not to
 * start: until it comes back everything is done by the slower way.
 *
 * @throws RedisRefused with a sentence for the operator
 */
export async function refuseUnfitRedis(url: string): Promise<void> {
  const client = new Redis(url, {
    lazyConnect: true,
    connectTimeout: patienceMs,
    commandTimeout: patienceMs,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
  });
  // Said by the rejection below already; without a listener it would end the process.
  client.on("error", () => undefined);
  const fitness = await client
    .connect()
    .then(() => checkRedis(client))
    .catch(() => null)
    .finally(() => client.disconnect());
  if (fitness?.kind === "unfit") throw new RedisRefused(fitness.reason);
}
