import { setTimeout as wait } from "node:timers/promises";
import { expect, it } from "vitest";
import { until } from "../service/until.ts";
import { faultyTwilio } from "./faulty-twilio.ts";
import { newTrial, type Trial } from "./trial.ts";

/** Generous: a crowded machine is no fault. Undisturbed it is about two seconds, the sweep's round and one more. */
const patienceMs = 10_000;

/** The longest time from a member's message to the answer's handing over. */
const slowestAnswerMs = ({ database }: Trial): number =>
  Number(
    database.rows(
      `SELECT max(o."sentAt" - i."receivedAt") AS n FROM "OutboundMessage" o JOIN "InboundMessage" i ON o."key" = 'in:' || i."id"`,
    )[0]?.n,
  );

it("where there never is a Redis, members are answered all the same", async () => {
  await using trial = await newTrial((serviceUrl, chance) => faultyTwilio({ serviceUrl, chance }));
  await trial.redis.kill();
  trial.run("web", { ROLE: "web" });
  trial.run("worker", { ROLE: "worker" });
  await trial.learn(["en"]);
  trial.begin(20);
  await trial.rest(60_000);
  trial.say(`the slowest answer without Redis took ${slowestAnswerMs(trial)} ms`);
  expect(trial.breaches()).toEqual([]);
  expect(slowestAnswerMs(trial)).toBeLessThan(patienceMs);
});

it("when Redis goes for ten seconds, members are answered meanwhile, and afterwards the queue is used again", async () => {
  await using trial = await newTrial((serviceUrl, chance) => faultyTwilio({ serviceUrl, chance }));
  trial.run("web", { ROLE: "web" });
  trial.run("worker", { ROLE: "worker" });
  await trial.learn(["en"]);
  expect(await trial.redis.jobsPutInto("mail")).toBeGreaterThan(0);
  trial.begin(10);
  await trial.redis.kill();
  trial.begin(20);
  await wait(10_000);
  const joinedWithout = trial.crowd.done();
  await trial.redis.start();
  trial.begin(30);
  await trial.rest(60_000);
  trial.say(`${joinedWithout} joined without Redis; the slowest answer took ${slowestAnswerMs(trial)} ms`);
  expect(trial.breaches()).toEqual([]);
  expect(slowestAnswerMs(trial)).toBeLessThan(patienceMs);
  await until("the queue to be used again", async () => (await trial.redis.jobsPutInto("mail")) > 0);
});
