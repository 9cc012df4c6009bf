import { expect, it } from "vitest";
import { until } from "../service/until.ts";
import { noFaults } from "./faulty-line.ts";
import { faultyTwilio } from "./faulty-twilio.ts";
import { tallyOf } from "./tally.ts";
import { newTrial, type Trial } from "./trial.ts";

/** Half of all texts are answered after one to three seconds: whenever it is told to stop, the service waits for some. */
const slowProvider = { ...noFaults, slow: 0.5 };

const stoppedWithinMs = 20_000;

/** Members are joining and texts are on their way. */
async function underLoad(trial: Trial): Promise<void> {
  await trial.learn(["en"]);
  trial.provider.suffer(slowProvider);
  trial.begin(40);
  await until("texts on their way", () => trial.provider.line.openNow() >= 5, 30_000);
}

/** Messages that a sender had taken and not settled. */
const leftHanging = ({ database }: Trial): readonly unknown[] =>
  database.rows(`SELECT "status", "reason" FROM "OutboundMessage" WHERE "status" IN ('sending', 'unknown')`);

it.each([
  { roles: ["all"], stops: "all", redis: "with Redis" },
  { roles: ["web", "worker"], stops: "worker", redis: "with Redis" },
  { roles: ["web", "worker"], stops: "web", redis: "with Redis" },
  { roles: ["web", "worker"], stops: "worker", redis: "without Redis" },
])(
  "a $stops process that is told to stop $redis finishes what it began and leaves the rest",
  async (given) => {
    await using trial = await newTrial((serviceUrl, chance) => faultyTwilio({ serviceUrl, chance }));
    const processes = given.roles.map((role) => trial.run(role, { ROLE: role }));
    if (given.redis === "without Redis") await trial.redis.kill();
    await underLoad(trial);
    const stopping = processes.find(({ name }) => name === given.stops);
    const stopped = await stopping?.terminate();
    const hanging = given.stops === "web" ? [] : leftHanging(trial);
    trial.say(`${given.stops} stopped ${given.redis} after ${stopped?.tookMs} ms with ${stopped?.code}`);
    expect(stopped).toMatchObject({ code: 0 });
    expect(stopped?.tookMs).toBeLessThan(stoppedWithinMs);
    expect(hanging).toEqual([]);

    trial.provider.suffer(noFaults);
    stopping?.start();
    await trial.rest(60_000);
    expect(trial.breaches()).toEqual([]);
    expect(tallyOf(trial)).toMatchObject({ unknownOutcomes: 0, repeats: 0 });
  },
);
