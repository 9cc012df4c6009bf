import { Redis } from "ioredis";
import { checkRedis } from "../redis/check-redis.ts";
import { findRedisProgram } from "../redis/redis-program.ts";
import { bad, type Check, type Finding, good } from "./check.ts";

/** Redis: the one that is configured, or the program from which the server starts its own. */
export const redisCheck: Check = {
  name: "Redis",
  look({ config, path }) {
    if (config.redisUrl !== null) return visit(config.redisUrl);
    const program = findRedisProgram(path);
    return program === undefined
      ? bad("no redis-server or valkey-server on this machine, and REDIS_URL is not set. Type: npm start")
      : good(`${program}, started by the server as its own`);
  },
};

async function visit(url: string): Promise<Finding> {
  const client = new Redis(url, { lazyConnect: true, connectTimeout: 3_000, retryStrategy: () => null });
  let reason = "no answer";
  // The rejection only says that the connection is closed; this says why.
  client.on("error", (fault) => {
    reason = fault.message;
  });
  try {
    await client.connect();
    const fitness = await checkRedis(client);
    return fitness.kind === "fit" ? good(`version ${fitness.version} at REDIS_URL`) : bad(fitness.reason);
  } catch {
    return bad(`REDIS_URL does not answer (${reason})`);
  } finally {
    client.disconnect();
  }
}
