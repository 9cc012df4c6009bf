import type { ServerResponse } from "node:http";
import { describe, expect, it } from "vitest";
import { twilioClient } from "../../../../bot/channels/twilio/client.ts";
import { twilioSms } from "../../../../bot/channels/twilio/sms.ts";
import { closedPort, json, localServer } from "../faulty-server.ts";

const to = { channel: "sms", identifier: "+905550100001" } as const;
const reference = { messageId: "m1", part: 1 };
const channelAt = (apiBase: string, timeoutMs = 2000) =>
  twilioSms({
    client: twilioClient({ accountSid: "AC1", authToken: "secret", apiBase, timeoutMs }),
    from: "+15550100000",
    publicUrl: "https://union.example/",
    messagesPerSecond: 1,
  });
const sendTo = (apiBase: string, timeoutMs?: number) =>
  channelAt(apiBase, timeoutMs).send({ kind: "text", text: "Hello" }, to, reference);
const sendAnsweredBy = async (answer: (response: ServerResponse) => void, timeoutMs?: number) => {
  await using server = await localServer((_, response) => answer(response));
  return { outcome: await sendTo(server.url, timeoutMs), requests: server.seen.length };
};

describe("sending an SMS through Twilio when something goes wrong", () => {
  it.each([
    [400, 21211, "invalid_address"],
    [400, 21610, "opt_out"],
    [400, 21408, "configuration"],
    [401, 20003, "configuration"],
    [404, 20404, "configuration"],
    [400, 99999, "unreachable"],
  ])(
    "HTTP %d with code %d is refused as %s, and the number is not repeated",
    async (status, code, refusal) => {
      const body = { status, code, message: `The 'To' number ${to.identifier} is not valid` };
      const { outcome, requests } = await sendAnsweredBy((response) => json(response, status, body));
      expect(outcome).toMatchObject({ kind: "refused", refusal, code: String(code) });
      expect(JSON.stringify(outcome)).not.toContain("5550100001");
      expect(requests).toBe(1);
    },
  );

  it("too many requests is refused as throttled, with the time Twilio names", async () => {
    const body = { status: 429, code: 20429, message: "Too Many Requests" };
    const { outcome } = await sendAnsweredBy((response) => json(response, 429, body, { "Retry-After": "7" }));
    expect(outcome).toMatchObject({
      kind: "refused",
      refusal: "throttled",
      code: "20429",
      retryAfterMs: 7000,
    });
  });

  it("too many requests without a time is throttled all the same", async () => {
    const { outcome } = await sendAnsweredBy((response) => response.writeHead(429).end());
    expect(outcome).toMatchObject({ kind: "refused", refusal: "throttled" });
    expect(outcome).not.toHaveProperty("retryAfterMs");
  });

  it.each([
    ["a fault of Twilio's", (response: ServerResponse) => json(response, 500, { code: 20500, message: "x" })],
    [
      "a page of a proxy",
      (response: ServerResponse) => response.writeHead(502).end("<html>Bad Gateway</html>"),
    ],
    ["a success that cannot be read", (response: ServerResponse) => response.writeHead(201).end("<html>")],
    ["a success without an id", (response: ServerResponse) => json(response, 201, {})],
    ["a cut line", (response: ServerResponse) => response.destroy()],
    [
      "half an answer",
      (response: ServerResponse) => {
        response.writeHead(201, { "Content-Length": "100" }).write('{"sid":');
        setTimeout(() => response.destroy(), 20);
      },
    ],
  ])("%s leaves it unknown whether the text was taken, and it is not repeated", async (_, answer) => {
    const { outcome, requests } = await sendAnsweredBy(answer);
    expect(outcome.kind).toBe("unknown");
    expect(requests).toBe(1);
  });

  it("no answer in time leaves it unknown", async () => {
    const { outcome } = await sendAnsweredBy(() => undefined, 150);
    expect(outcome.kind).toBe("unknown");
  });

  it("nobody listening means that nothing was sent", async () => {
    expect(await sendTo(`http://127.0.0.1:${await closedPort()}`)).toMatchObject({ kind: "not_sent" });
  });

  it("a name that does not exist means that nothing was sent", async () => {
    expect(await sendTo("http://nowhere.invalid")).toMatchObject({ kind: "not_sent" });
  });

  it("says where the report shall go, with our message id, and the part from the second on", async () => {
    await using server = await localServer((_, response) => json(response, 201, { sid: "SM1" }));
    const channel = channelAt(server.url);
    const hello = { kind: "text", text: "Hello" } as const;
    await channel.send(hello, to, { messageId: "m/1", part: 1 });
    await channel.send(hello, to, { messageId: "m2", part: 3 });
    const forms = server.seen.map(({ body }) => Object.fromEntries(new URLSearchParams(body)));
    const base = "https://union.example/webhooks/twilio/status";
    expect(forms).toEqual([
      { Body: "Hello", From: "+15550100000", To: to.identifier, StatusCallback: `${base}?m=m%2F1` },
      { Body: "Hello", From: "+15550100000", To: to.identifier, StatusCallback: `${base}?m=m2&p=3` },
    ]);
    expect(server.seen[0]?.url).toBe("/2010-04-01/Accounts/AC1/Messages.json");
  });

  it("a look-up that gets no answer says so, and catching up says whose fault it is", async () => {
    const channel = channelAt(`http://127.0.0.1:${await closedPort()}`);
    const question = {
      to,
      payload: { kind: "text", text: "Hello" },
      since: new Date(),
      taken: new Set<string>(),
    } as const;
    expect(await channel.lookUp?.(question)).toMatchObject({ kind: "no_answer" });
    await expect(channel.missedSince?.(new Date())).rejects.toMatchObject({ name: "ProviderUnreachable" });
  });

  const listed = {
    sid: "SM7",
    direction: "outbound-api",
    body: "Hello",
    status: "queued",
    date_created: new Date().toUTCString(),
  };
  it.each([
    ["is found", {}, "found"],
    [
      "is found behind the words an account on trial adds",
      { body: "Sent from your Twilio trial account - Hello" },
      "found",
    ],
    ["is found when Twilio gave it no date, rather than sent again", { date_created: null }, "found"],
    [
      "is found when Twilio's clock is some seconds behind ours",
      { date_created: new Date(Date.now() - 20_000).toUTCString() },
      "found",
    ],
    ["is not found in older times", { date_created: new Date(Date.now() - 600_000).toUTCString() }, "absent"],
    ["is not found among what the person sent", { direction: "inbound" }, "absent"],
    ["is not found among other words", { body: "Hello again" }, "absent"],
  ])("a text whose answer was lost %s", async (_, fields, kind) => {
    await using server = await localServer((_request, response) =>
      json(response, 200, { messages: [{ ...listed, ...fields }], next_page_uri: null }),
    );
    const payload = { kind: "text", text: "Hello" } as const;
    const question = { to, payload, since: new Date(), taken: new Set<string>() };
    expect(await channelAt(server.url).lookUp?.(question)).toMatchObject({ kind });
  });

  it("a sender with letters in its name cannot be answered, one of digits can", () => {
    const make = (from: string) =>
      twilioSms({
        client: () => Promise.reject(new Error("unused")),
        from,
        publicUrl: null,
        messagesPerSecond: 1,
      });
    expect(make("UNION").capabilities.canReply).toBe(false);
    expect(make("+15550100000").capabilities.canReply).toBe(true);
    expect(make("+15550100000").account).toBe("twilio-sms:+15550100000");
  });
});
