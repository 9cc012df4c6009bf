import { describe, expect, it } from "vitest";
import type { Faults } from "./faulty-line.ts";
import { faultyTelegram } from "./faulty-telegram.ts";
import { faultyTwilio } from "./faulty-twilio.ts";
import { type Forecast, storm } from "./storm.ts";
import { tallyOf } from "./tally.ts";
import { newTrial, type Trial } from "./trial.ts";

/** About one message in thirty has something happen to it, and one question in twenty is not answered. */
const faults: Faults = {
  takenThenCut: 0.01,
  takenThen500: 0.01,
  cut: 0.005,
  tooFast: 0.002,
  slow: 0.005,
  mute: 0.05,
};

/** Lets members join in a storm, waits until all is quiet, and says what happened. */
async function weather(trial: Trial, members: number, forecast: Forecast): Promise<readonly string[]> {
  const victims = [trial.run("web", { ROLE: "web" }), trial.run("worker", { ROLE: "worker" })];
  await trial.learn();
  trial.provider.suffer(faults);
  await storm(forecast, trial.chance, victims, trial.redis, (share) => {
    trial.begin(Math.ceil(share * members));
    trial.say(`${Math.ceil(share * members)} have begun, ${trial.crowd.done()} have joined`);
  });
  await trial.rest(90_000);
  const found = trial.breaches();
  const { kills, flushes, redisKills } = forecast;
  trial.say(
    `${found.length} breaches of ${trial.crowd.members.length} members; ${JSON.stringify({ kills, flushes, redisKills, ...tallyOf(trial) })}`,
  );
  return found;
}

describe("while processes are killed at random and Redis is wiped", () => {
  it("500 members join by SMS, and each gets every text once and in order", async () => {
    await using trial = await newTrial((serviceUrl, chance) => faultyTwilio({ serviceUrl, chance }));
    const forecast = { kills: 20, flushes: 2, redisKills: 2, pauseMs: { least: 0, most: 1_200 } };
    expect(await weather(trial, 500, forecast)).toEqual([]);
    expect(trial.crowd.done()).toBe(500);
  });

  it("60 members join by Telegram, and only a text of unknown outcome comes twice, and is counted", async () => {
    await using trial = await newTrial(faultyTelegram);
    const forecast = { kills: 6, flushes: 1, redisKills: 1, pauseMs: { least: 0, most: 1_200 } };
    expect(await weather(trial, 60, forecast)).toEqual([]);
    const { repeats, twice, unknownOutcomes } = tallyOf(trial);
    // A repeat whose first try never reached the provider is counted, but seen once only.
    expect(twice).toBeLessThanOrEqual(repeats);
    expect(repeats).toBeLessThanOrEqual(unknownOutcomes);
  });
});
