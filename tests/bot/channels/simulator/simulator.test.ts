import { describe, expect, it } from "vitest";
import { smsTwoWay, telegram, whatsapp } from "../../../../bot/channels/capabilities.ts";
import { magicRecipients } from "../../../../bot/channels/simulator/magic-recipients.ts";
import { parseSimulatorInbound } from "../../../../bot/channels/simulator/parse-inbound.ts";
import { simulators } from "../../../../bot/channels/simulator/simulator.ts";

const counter = () => {
  let count = 0;
  return () => {
    count += 1;
    return `id-${count}`;
  };
};
const reference = { messageId: "m1", part: 1 };
const hello = { kind: "text", text: "Hello" } as const;

describe("the simulated handsets", () => {
  it("can what the channels can that they imitate", () => {
    const handsets = simulators(counter()).map(({ account, kind, capabilities }) => [
      account,
      kind,
      capabilities,
    ]);
    expect(handsets).toEqual([
      ["sim-sms", "sms", smsTwoWay],
      ["sim-whatsapp", "whatsapp", whatsapp],
      ["sim-telegram", "telegram", telegram],
    ]);
  });

  it("take every message and give each an id of its own", async () => {
    const [sms] = simulators(counter());
    const to = { channel: "sms", identifier: "+15550100123" } as const;
    const outcomes = [await sms!.send(hello, to, reference), await sms!.send(hello, to, reference)];
    expect(outcomes).toEqual([
      { kind: "accepted", providerId: "id-1" },
      { kind: "accepted", providerId: "id-2" },
    ]);
  });

  it.each(magicRecipients.map(({ ending, outcome }) => [ending, outcome] as const))(
    "fail as documented for an address ending in %s",
    async (ending, outcome) => {
      for (const channel of simulators(counter())) {
        const to = { channel: channel.kind, identifier: `1555${ending}` };
        expect(await channel.send(hello, to, reference)).toEqual(outcome);
      }
    },
  );

  it("have a different ending for each way to fail", () => {
    expect(new Set(magicRecipients.map(({ ending }) => ending)).size).toBe(magicRecipients.length);
  });
});

describe("a message written on a simulated handset", () => {
  const read = (posted: unknown) => parseSimulatorInbound(posted, counter());
  const from = "+15550100188";

  it("is read like one from the network, with what we do not know kept", () => {
    expect(read({ channel: "sms", from, text: "JOIN\u0000", later: 1 })).toEqual({
      kind: "message",
      message: {
        account: "sim-sms",
        providerId: "id-1",
        kind: "text",
        from: { channel: "sms", identifier: from },
        text: "JOIN",
        choice: null,
        providerAnswered: false,
        unread: { later: 1 },
      },
    });
  });

  it.each([
    [{ channel: "whatsapp", from, choice: "join/consent/yes" }, "choice", "", "join/consent/yes"],
    [{ channel: "telegram", from: "777001", text: "/start MU-4821-K" }, "start", "MU-4821-K", null],
    [{ channel: "sms", from, text: "/start x" }, "text", "/start x", null],
    [{ channel: "sms", from, text: "" }, "text", "", null],
  ])("%j is understood as %s", (posted, kind, text, choice) => {
    expect(read(posted)).toMatchObject({ kind: "message", message: { kind, text, choice } });
  });

  it("keeps its own id, so that a repeated delivery can be tried", () => {
    expect(read({ channel: "sms", from, text: "hi", id: "x-1" })).toMatchObject({
      message: { providerId: "x-1" },
    });
  });

  it.each([
    ["nothing", null, "body"],
    ["an unknown channel", { channel: "fax", from, text: "hi" }, "channel"],
    ["no sender", { channel: "sms", text: "hi" }, "from"],
    ["a sender that is no number", { channel: "sms", from: "Amal", text: "hi" }, "from"],
    ["a number on Telegram", { channel: "telegram", from, text: "hi" }, "from"],
    ["neither text nor choice", { channel: "whatsapp", from }, "text"],
    ["both", { channel: "whatsapp", from, text: "1", choice: "a/b/c" }, "text"],
    ["a tap on an SMS", { channel: "sms", from, choice: "a/b/c" }, "choice"],
    ["a text of 10,000 characters", { channel: "sms", from, text: "a".repeat(10_000) }, "text"],
    ["a text that is a number", { channel: "sms", from, text: 5 }, "text"],
  ])("with %s is answered with a plain fault that names the field", (_, posted, field) => {
    const parsed = read(posted);
    expect(parsed.kind).toBe("faults");
    expect(parsed.kind === "faults" && parsed.faults.some((fault) => fault.startsWith(`${field}:`))).toBe(
      true,
    );
    expect(JSON.stringify(parsed)).not.toContain("5550100188");
  });
});
