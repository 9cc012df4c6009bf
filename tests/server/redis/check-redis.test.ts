import { expect, test } from "vitest";
import { checkRedis } from "../../../server/redis/check-redis.ts";

const answering = (version: string, policy: string) => ({
  info: async (section: string) =>
    section === "server"
      ? `# Server\r\nredis_version:${version}\r\nredis_mode:standalone\r\n`
      : `# Memory\r\nused_memory:1\r\nmaxmemory_policy:${policy}\r\n`,
});

test("a Redis that keeps every job is fit", async () => {
  expect(await checkRedis(answering("7.2.4", "noeviction"))).toEqual({ kind: "fit", version: "7.2.4" });
});

test.each(["allkeys-lru", "volatile-lru", "allkeys-random", "volatile-ttl"])(
  "a Redis that makes room by %s is refused, with the command that mends it",
  async (policy) => {
    expect(await checkRedis(answering("7.2.4", policy))).toEqual({
      kind: "unfit",
      reason: expect.stringMatching(new RegExp(`"${policy}".*CONFIG SET maxmemory-policy noeviction`)),
    });
  },
);

test("a Redis that does not tell its policy is refused", async () => {
  const silent = { info: async () => "" };
  expect(await checkRedis(silent)).toMatchObject({ kind: "unfit" });
});

test.each(["5.0.14", "6.0.16"])("Redis %s is too old for the queues", async (version) => {
  expect(await checkRedis(answering(version, "noeviction"))).toEqual({
    kind: "unfit",
    reason: `This Redis is version ${version}; 6.2 or newer is needed.`,
  });
});
