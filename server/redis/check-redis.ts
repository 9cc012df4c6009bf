/** Anything that can answer Redis's INFO command, such as an ioredis connection. */
export interface RedisInformant {
  info(section: string): Promise<string>;
}

/** Whether jobs are safe in this Redis; if not, a sentence for the operator. */
export type RedisFitness =
  | { readonly kind: "fit"; readonly version: string }
  | { readonly kind: "unfit"; readonly reason: string };

/** The oldest Redis that has every command our queues use (BullMQ's own recommendation: https://docs.bullmq.io/). */
const oldestVersion = [6, 2] as const;

/**
 * Refuses a Redis that may throw jobs away when memory runs out (any policy but `noeviction`) or that is too old.
 * INFO is asked, not CONFIG, because hosted services often forbid CONFIG. Rejects only when Redis cannot be reached.
 */
export async function checkRedis(redis: RedisInformant): Promise<RedisFitness> {
  const version = fieldOf(await redis.info("server"), "redis_version") ?? "unknown";
  if (isOlder(version)) {
    return unfit(`This Redis is version ${version}; ${oldestVersion.join(".")} or newer is needed.`);
  }
  const policy = fieldOf(await redis.info("memory"), "maxmemory_policy") ?? "unknown";
  if (policy !== "noeviction") {
    return unfit(
      `This Redis may silently drop jobs: its maxmemory-policy is "${policy}" and must be "noeviction". Type: redis-cli CONFIG SET maxmemory-policy noeviction`,
    );
  }
  return { kind: "fit", version };
}

function unfit(reason: string): RedisFitness {
  return { kind: "unfit", reason };
}

function fieldOf(information: string, name: string): string | undefined {
  const line = information.split(/\r?\n/).find((candidate) => candidate.startsWith(`${name}:`));
  return line?.slice(name.length + 1).trim();
}

function isOlder(version: string): boolean {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [oldestMajor, oldestMinor] = oldestVersion;
  return major < oldestMajor || (major === oldestMajor && minor < oldestMinor);
}
