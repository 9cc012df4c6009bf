import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { MessageClass } from "../../domain/message-class.ts";
import { sendJob, sendQueue } from "../../queues/jobs.ts";
import { producerConnection, workerConnection } from "../../queues/redis-connection.ts";
import { type RedisDoorbell, redisDoorbell } from "../../queues/redis-doorbell.ts";
import { type JobOutcome, startWorker } from "../../queues/worker.ts";
import { type RealRedis, realRedis } from "../service/real-redis.ts";
import { until } from "../service/until.ts";

let redis: RealRedis;
let doorbell: RedisDoorbell;
const ends: (() => Promise<void>)[] = [];

beforeAll(async () => {
  redis = await realRedis();
  const connection = producerConnection(redis.url, () => undefined);
  await until("the connection", () => connection.status === "ready");
  doorbell = redisDoorbell(connection);
});
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
  await redis.client.flushall();
});
afterAll(async () => {
  await doorbell.close();
  await redis.stop();
});

const account = "twilio-sms:+15550001111";
const announce = (ids: readonly string[], messageClass: MessageClass = "reply") =>
  doorbell.announceMessages(ids.map((id) => ({ id, account, attempt: 0, class: messageClass })));

/** Works the sender's queue off; notes what came when. */
function working(
  perSecond: number | null,
  concurrency = 64,
  outcomeOf: (id: string) => JobOutcome = () => ({ kind: "done" }),
) {
  const seen: { readonly id: string; readonly at: number }[] = [];
  const connection = workerConnection(redis.url, () => undefined);
  const worker = startWorker(
    {
      queue: sendQueue(account),
      schema: sendJob,
      connection,
      concurrency,
      perSecond,
      onFault: () => undefined,
    },
    async ({ messageId }) => {
      seen.push({ id: messageId, at: performance.now() });
      return outcomeOf(messageId);
    },
  );
  ends.push(async () => {
    await worker.close();
    connection.disconnect();
  });
  return seen;
}

const names = (count: number, name: string): readonly string[] =>
  Array.from({ length: count }, (_, at) => `${name}${at}`);

describe("the queue of one sender", () => {
  it.each([
    [5, 6, 1_000],
    [20, 21, 900],
  ])("lets no more out than %i a second", async (perSecond, messages, atLeastMs) => {
    await announce(names(messages, "m"));
    const seen = working(perSecond);
    await until("all messages", () => seen.length === messages);
    // One fewer gap than messages, and the first bucket leaves at once: never faster than this.
    expect((seen.at(-1)?.at ?? 0) - (seen[0]?.at ?? 0)).toBeGreaterThanOrEqual(atLeastMs - 20);
  });

  it.each([
    ["with a limit of its own", 80],
    ["without one", null],
  ])("rests as long as a provider asks for, %s", async (_, perSecond) => {
    let told = 0;
    await announce(["first"]);
    const seen = working(perSecond, 1, (id) => {
      if (id === "first" && told++ === 0) return { kind: "rest", pauseMs: 1_500 };
      return { kind: "done" };
    });
    await until("the first message", () => seen.length === 1);
    await announce(["second"]);
    await until("the second message", () => seen.some(({ id }) => id === "second"));
    const second = seen.find(({ id }) => id === "second");
    expect((second?.at ?? 0) - (seen[0]?.at ?? 0)).toBeGreaterThanOrEqual(1_400);
  });

  it("lets replies overtake alerts, and alerts notices", async () => {
    await announce(names(5, "notice"), "notice");
    await announce(names(2, "alert"), "alert");
    await announce(names(3, "reply"), "reply");
    const seen = working(null, 1);
    await until("all messages", () => seen.length === 10);
    expect(seen.map(({ id }) => id)).toEqual([
      ...names(3, "reply"),
      ...names(2, "alert"),
      ...names(5, "notice"),
    ]);
  });

  it("takes a message that is announced again while it still waits as the same", async () => {
    await announce(["again"]);
    await announce(["again"]);
    const seen = working(null, 1);
    await announce(["last"]);
    await until("the last message", () => seen.some(({ id }) => id === "last"));
    expect(seen.map(({ id }) => id).filter((id) => id === "again")).toHaveLength(1);
  });
});
