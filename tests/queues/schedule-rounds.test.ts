import { Queue } from "bullmq";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { roundJob, roundsQueue } from "../../queues/jobs.ts";
import { producerConnection, workerConnection } from "../../queues/redis-connection.ts";
import { redisDoorbell } from "../../queues/redis-doorbell.ts";
import { type Round, rounds } from "../../queues/rounds.ts";
import { roundSchedules } from "../../queues/schedule-rounds.ts";
import { startWorker } from "../../queues/worker.ts";
import { type RealRedis, realRedis } from "../service/real-redis.ts";
import { until } from "../service/until.ts";

let redis: RealRedis;
let connection: ReturnType<typeof producerConnection>;
let schedules: ReturnType<typeof roundSchedules>;
const ends: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  redis = await realRedis();
});
afterAll(() => redis.stop());
beforeEach(async () => {
  connection = producerConnection(redis.url, () => undefined);
  await until("the connection", () => connection.status === "ready");
  schedules = roundSchedules(connection, everyMs(200));
});
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
  await schedules.close();
  connection.disconnect();
  await redis.client.flushall();
});

const everyMs = (interval: number): Readonly<Record<Round, number>> => ({
  matching: interval,
  alerts: interval,
  attestations: interval,
  digests: interval,
  introductions: interval,
  notices: interval,
  letters: interval,
  expiry: interval,
  "status-lists": interval,
});

/** A process that does rounds; notes which came, and how many of one kind there were at the same time. */
function working(doRound: (round: Round) => Promise<void> = async () => undefined): readonly Round[] {
  const seen: Round[] = [];
  const waits = workerConnection(redis.url, () => undefined);
  const worker = startWorker(
    {
      ...{ queue: roundsQueue, schema: roundJob, connection: waits, concurrency: rounds.length },
      ...{ perSecond: null, onFault: () => undefined },
    },
    async ({ round }) => {
      seen.push(round);
      await doRound(round);
      return { kind: "done" };
    },
  );
  ends.push(async () => {
    await worker.close();
    waits.disconnect();
  });
  return seen;
}
const kindsOf = (seen: readonly Round[]): number => new Set(seen).size;

describe("the rounds", () => {
  it("come by themselves, every kind of them, again and again", async () => {
    const seen = working();
    await schedules.note();
    await until("every round", () => kindsOf(seen) === rounds.length);
    const before = seen.length;
    await until("more of every kind", () => kindsOf(seen.slice(before)) === rounds.length);
  });

  it("come again after Redis was emptied, once their schedules are noted again", async () => {
    const seen = working();
    await schedules.note();
    await until("every round", () => kindsOf(seen) === rounds.length);
    await redis.client.flushall();
    await schedules.note();
    const before = seen.length;
    await until("every round again", () => kindsOf(seen.slice(before)) === rounds.length);
  });

  it("have one schedule each, by however many processes and however often it is noted", async () => {
    const second = roundSchedules(connection, everyMs(200));
    ends.push(() => second.close());
    for (const each of [schedules, second, schedules]) await each.note();
    const queue = new Queue(roundsQueue, { connection, skipVersionCheck: true });
    ends.push(() => queue.close());
    expect(await queue.getJobSchedulersCount()).toBe(rounds.length);
  });

  it("rung for many times before one begins, are done once", async () => {
    const bell = redisDoorbell(connection);
    for (let ring = 0; ring < 20; ring += 1) expect(await bell.announceRound("digests")).toBe(true);
    const seen = working();
    await until("the round", () => seen.length > 0);
    // What is rung for later comes later: nothing of the twenty is left behind it.
    await bell.announceRound("letters");
    await until("the other round", () => seen.includes("letters"));
    expect(seen).toEqual(["digests", "letters"]);
  });

  it("rung for while one is under way, is done once more", async () => {
    const bell = redisDoorbell(connection);
    let finish = (): void => undefined;
    const first = new Promise<void>((resolve) => (finish = resolve));
    const seen = working(() => first);
    await bell.announceRound("alerts");
    await until("the round", () => seen.length === 1);
    for (let ring = 0; ring < 3; ring += 1) await bell.announceRound("alerts");
    finish();
    await until("one more", () => seen.length === 2);
    await bell.announceRound("letters");
    await until("the other round", () => seen.includes("letters"));
    expect(seen).toEqual(["alerts", "alerts", "letters"]);
  });

  it("cannot be scheduled while Redis is away, which holds nobody up", async () => {
    connection.disconnect();
    await until("the end of the connection", () => connection.status !== "ready");
    const before = performance.now();
    await schedules.note();
    expect(performance.now() - before).toBeLessThan(1_000);
  });
});
