import { describe, expect, it } from "vitest";
import { noFaults } from "./faulty-line.ts";
import { faultyTwilio } from "./faulty-twilio.ts";
import { newTrial } from "./trial.ts";

/** Without these, "nothing lost" would only mean that nobody looked. */
describe("the checks see it when", () => {
  it("texts of unknown outcome are sent again without being found at the provider", async () => {
    await using trial = await newTrial((serviceUrl, chance) =>
      faultyTwilio({ serviceUrl, chance, forgets: true }),
    );
    trial.run("service", { ROLE: "all" });
    await trial.learn(["en"]);
    trial.provider.suffer({ ...noFaults, takenThenCut: 0.1 });
    trial.begin(25);
    await trial.rest(30_000);
    const found = trial.breaches();
    trial.say(`${found.length} breaches of ${trial.crowd.members.length} members, as there should be`);
    expect(found).toContainEqual(expect.stringMatching(/got text \d 2 times$/));
  });

  it("a member's message is recorded twice because it comes again under a fresh id", async () => {
    await using trial = await newTrial((serviceUrl, chance) =>
      faultyTwilio({ serviceUrl, chance, freshIds: 0.1 }),
    );
    trial.run("service", { ROLE: "all" });
    await trial.learn(["en"]);
    trial.begin(25);
    await trial.rest(5_000);
    const found = trial.breaches();
    trial.say(`${found.length} breaches of ${trial.crowd.members.length} members, as there should be`);
    expect(found).toContainEqual(expect.stringMatching(/^\d+ messages were typed and \d+ were recorded$/));
    expect(found).toContainEqual(expect.stringMatching(/out of, the order$/));
  });
});
