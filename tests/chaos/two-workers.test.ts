import { setTimeout as wait } from "node:timers/promises";
import { expect, it } from "vitest";
import { noFaults } from "./faulty-line.ts";
import { faultyTwilio } from "./faulty-twilio.ts";
import { tallyOf } from "./tally.ts";
import { newTrial } from "./trial.ts";

it("two workers on one database, frozen and killed by turns, keep every member's order and send nothing twice", async () => {
  await using trial = await newTrial((serviceUrl, chance) => faultyTwilio({ serviceUrl, chance }));
  trial.run("web", { ROLE: "web" });
  const workers = [
    trial.run("first worker", { ROLE: "worker" }),
    trial.run("second worker", { ROLE: "worker" }),
  ];
  await trial.learn();
  trial.provider.suffer({ ...noFaults, takenThenCut: 0.01, slow: 0.02 });
  const blows = 12;
  for (let blow = 1; blow <= blows; blow += 1) {
    trial.begin(Math.ceil((blow / blows) * 150));
    await wait(trial.chance.between(0, 600));
    const victim = workers[trial.chance.between(0, 1)];
    // Longer than the lease of six seconds: the other worker takes it for dead, and then it moves again.
    if (trial.chance.happens(0.3)) await victim?.killAndRestart();
    else await victim?.freeze(trial.chance.happens(0.2) ? 7_000 : trial.chance.between(100, 1_500));
  }
  await trial.rest(60_000);
  trial.say(
    `two workers: ${JSON.stringify({ members: trial.crowd.members.length, blows, ...tallyOf(trial) })}`,
  );
  expect(trial.breaches()).toEqual([]);
});
