import { setTimeout as wait } from "node:timers/promises";
import { afterEach, describe, expect, it } from "vitest";
import { freePort } from "../service/free-port.ts";
import { joinByDigits, joinScripts } from "../service/joining.ts";
import { type RealRedis, realRedis } from "../service/real-redis.ts";
import { type RunningService, runService } from "../service/run-service.ts";
import { simulate, simulatedPhone } from "../service/simulator-counterpart.ts";
import { until } from "../service/until.ts";

let service: RunningService | null = null;
let redis: RealRedis | null = null;
afterEach(async () => {
  await service?.stop();
  await redis?.stop();
  service = null;
  redis = null;
});

const readiness = async (): Promise<{ readonly queue: string; readonly status: string }> =>
  (await fetch(`${service?.url}/readyz`)).json() as Promise<{ queue: string; status: string }>;
const phone = (number: string) => simulatedPhone(service?.url ?? "", "sms", number);

/** One row per message that came in and one per answer, in the order they were written. */
const conversationOf = (number: string) =>
  service?.database.rows(
    `SELECT m."key", m."status", m."attempt" FROM "OutboundMessage" m JOIN "Address" a ON a."id" = m."addressId"
     WHERE a."identifier" = ? ORDER BY m."seq"`,
    number,
  ) ?? [];

describe("a Redis that is away", () => {
  it("when the service starts does not keep anybody from joining, and is used once it is there", async () => {
    const port = await freePort();
    service = await runService({ REDIS_URL: `redis://127.0.0.1:${port}` });
    expect(await readiness()).toMatchObject({ status: "ready", queue: "away" });
    await joinByDigits(phone("+905550101001"), joinScripts.en);
    redis = await realRedis(port);
    await until("the queue", async () => (await readiness()).queue === "ready");
    await joinByDigits(phone("+905550101002"), joinScripts.en);
    expect(await redis.client.keys("bull:*")).not.toEqual([]);
  });

  it("while nobody works through the queue does not keep the service from stopping", async () => {
    service = await runService({ REDIS_URL: `redis://127.0.0.1:${await freePort()}` });
    const before = performance.now();
    await service.stop();
    service = null;
    expect(performance.now() - before).toBeLessThan(5_000);
  });

  it("and comes back empty, in the middle of a talk, loses no word and doubles none", async () => {
    const number = "+905550101003";
    redis = await realRedis();
    const port = Number(new URL(redis.url).port);
    service = await runService({ REDIS_URL: redis.url });
    const handset = phone(number);
    await handset.texts("hi");
    await handset.shows(/Which language/);
    await redis.stop();
    await handset.texts("1");
    await handset.shows(/Do you agree/);
    redis = await realRedis(port);
    await until("the queue", async () => (await readiness()).queue === "ready");
    await handset.texts("1");
    await handset.shows(/How old/);
    await handset.staysQuiet(1_500);
    expect(conversationOf(number).map(({ status, attempt }) => [status, attempt])).toEqual([
      ["sent", 1],
      ["sent", 1],
      ["sent", 1],
    ]);
  });

  it("and is emptied again and again while forty people write: each is answered once, in order", async () => {
    redis = await realRedis();
    const { client } = redis;
    service = await runService({ REDIS_URL: redis.url });
    const { url, database } = service;
    const numbers = Array.from({ length: 40 }, (_, at) => `+9055501012${String(at).padStart(2, "0")}`);
    const everybodyWrites = (text: string) =>
      Promise.all(numbers.map((from) => simulate(url, { channel: "sms", from, text })));
    const answered = (times: number) =>
      until(
        `${times} answers`,
        () => database.rows(`SELECT 1 FROM "OutboundMessage" WHERE "status" = 'sent'`).length === times,
        // Nearly every ring is lost, so it is the sweep that does the work, a part of it each second.
        40_000,
      );
    const emptying = setInterval(() => void client.flushall(), 25);
    try {
      await everybodyWrites("hi");
      await answered(40);
      await everybodyWrites("1");
      await answered(80);
    } finally {
      clearInterval(emptying);
    }
    await wait(1_500);
    for (const number of numbers) {
      expect(conversationOf(number).map(({ status, attempt }) => [status, attempt])).toEqual([
        ["sent", 1],
        ["sent", 1],
      ]);
    }
  }, 90_000);
});

describe("a Redis that throws jobs away when its memory is full", () => {
  it.each(["allkeys-lru", "volatile-ttl"])(
    "by %s is refused, with the command that mends it",
    async (policy) => {
      redis = await realRedis(null, "--maxmemory-policy", policy);
      const { url } = redis;
      await expect(runService({ REDIS_URL: url })).rejects.toMatchObject({
        name: "RedisRefused",
        message: expect.stringMatching(new RegExp(`"${policy}".*CONFIG SET maxmemory-policy noeviction`)),
      });
      await redis.client.config("SET", "maxmemory-policy", "noeviction");
      service = await runService({ REDIS_URL: url });
      expect(await readiness()).toMatchObject({ status: "ready" });
    },
  );
});

describe("what lies in Redis", () => {
  it("is ids only: no number, no name, no text", async () => {
    redis = await realRedis();
    const heard: string[] = [];
    const monitor = await redis.client.monitor();
    monitor.on("monitor", (_time: string, words: readonly string[]) => heard.push(words.join(" ")));
    service = await runService({ REDIS_URL: redis.url });
    await joinByDigits(phone("+905550101099"), {
      ...joinScripts.en,
      name: "Xanthippe",
      asks: { ...joinScripts.en.asks, done: /Xanthippe/ },
    });
    monitor.disconnect();
    const jobs = heard.filter((line) => /addressIds|messageId/.test(line));
    expect(jobs.length).toBeGreaterThan(5);
    expect(
      heard.filter((line) => /Xanthippe|Gaziantep|90555|Which language|Thank you|MU-\d/.test(line)),
    ).toEqual([]);
  });
});
