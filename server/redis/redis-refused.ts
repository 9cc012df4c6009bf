/** The operator's fault: the Redis at REDIS_URL would lose jobs; the message says how to mend it. */
export class RedisRefused extends Error {
  override readonly name = "RedisRefused";
}
