import { describe, expect, it } from "vitest";
import { breaches, type Evidence } from "./breaches.ts";

const address = "+12015550100";
const expected = ["Welcome", "What name?", "Thank you. Your number is MU-#."];
const received = ["Welcome", "What name?", "Thank you. Your number is MU-4821-K."];
const sent = [1, 2, 3].map((seq) => ({ address, seq, status: "sent", repeats: 0 }));

/** One member who wrote twice and got three texts: all as it should be. */
const good: Evidence = {
  canBeAsked: true,
  accepted: new Set(["SM1", "SM2"]),
  typed: 2,
  inbox: [
    { providerId: "SM1", state: "done" },
    { providerId: "SM2", state: "done" },
  ],
  outbox: sent,
  members: [{ address, received, expected }],
};

const seen = (texts: readonly string[], more: Partial<Evidence> = {}): readonly string[] =>
  breaches({ ...good, members: [{ address, received: texts, expected }], ...more });

describe("the checks of a trial", () => {
  it("find nothing where all is well", () => expect(breaches(good)).toEqual([]));

  it("find a message that was acknowledged and lost", () =>
    expect(breaches({ ...good, inbox: good.inbox.slice(1) })).toContain(
      "the acknowledged message SM1 lies in the inbox 0 times",
    ));

  it("find a message that was never handled", () =>
    expect(breaches({ ...good, inbox: [good.inbox[0]!, { providerId: "SM2", state: "new" }] })).toEqual([
      "the message SM2 is new, not handled",
    ]));

  it("find a message that was recorded under two ids", () =>
    expect(breaches({ ...good, typed: 1 })).toEqual(["1 messages were typed and 2 were recorded"]));

  it("find a text that is missing", () =>
    expect(seen([received[0]!, received[2]!])).toContain(`${address} never got text 2 in its place`));

  it("find a text that came twice", () =>
    expect(seen([received[0]!, ...received])).toContain(`${address} got text 1 2 times`));

  it("find a text that came again later", () =>
    expect(seen([...received, received[0]!])).toEqual([
      `${address} got 1 texts more than, or out of, the order`,
    ]));

  it("find two texts that changed places", () =>
    expect(seen([received[1]!, received[0]!, received[2]!])).not.toEqual([]));

  it("find a text that is still under way, or given up", () => {
    expect(breaches({ ...good, outbox: [...sent.slice(1), { ...sent[0]!, status: "unknown" }] })).toEqual([
      `text 1 to ${address} is left as "unknown"`,
    ]);
    expect(breaches({ ...good, outbox: [...sent.slice(1), { ...sent[0]!, status: "failed" }] })).toEqual([
      `text 1 to ${address} is left as "failed"`,
    ]);
  });

  it("find a text that was sent again although the provider could have been asked", () =>
    expect(breaches({ ...good, outbox: [...sent.slice(1), { ...sent[0]!, repeats: 1 }] })).toEqual([
      `text 1 to ${address} was sent again without asking`,
    ]));

  it("find two members with one number", () => {
    const other = { address: "+12015550101", received, expected };
    expect(breaches({ ...good, members: [...good.members, other] })).toEqual([
      "2 members have the number MU-4821-K",
    ]);
  });

  it("let a counted repeat pass only where the provider cannot be asked", () => {
    const outbox = [{ ...sent[0]!, repeats: 1 }, ...sent.slice(1)];
    const twice = [received[0]!, ...received];
    expect(seen(twice, { canBeAsked: false, outbox })).toEqual([]);
    expect(seen(twice, { canBeAsked: false })).toEqual([`${address} got text 1 2 times`]);
  });
});
