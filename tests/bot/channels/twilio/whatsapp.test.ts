import type { ServerResponse } from "node:http";
import { describe, expect, it } from "vitest";
import { twilioClient } from "../../../../bot/channels/twilio/client.ts";
import { templateKey, twilioWhatsapp } from "../../../../bot/channels/twilio/whatsapp.ts";
import type { Payload } from "../../../../domain/payload.ts";
import { json, localServer, type SeenRequest } from "../faulty-server.ts";

const to = { channel: "whatsapp", identifier: "+905550100001" } as const;
const reference = { messageId: "m1", part: 1 };
const contentSid = "HX00000000000000000000000000000001";
const choices = [
  { id: "join/consent/yes", label: "Yes" },
  { id: "join/consent/no", label: "No" },
];
const ask = (text: string): Payload => ({ kind: "buttons", text, buttons: choices });
const list: Payload = {
  kind: "list",
  text: "Which work?",
  open: "Choose",
  rows: [{ id: "join/trade/cook", label: "Cook", description: "Kitchen work" }],
};

/** Twilio's two APIs, as far as the documents show their answers. */
const api = (content: (response: ServerResponse) => void, message?: (response: ServerResponse) => void) =>
  localServer(({ url, body }, response) => {
    if (url === "/v1/Content") return content(response);
    if (message !== undefined && body.includes("ContentSid")) return message(response);
    return json(response, 201, { sid: "SM00000000000000000000000000000001" });
  });
const created = (response: ServerResponse) => json(response, 201, { sid: contentSid });
const channelAt = (apiBase: string, templates: ReadonlyMap<string, string> = new Map()) => {
  const store = new Map<string, string>();
  return {
    store,
    channel: twilioWhatsapp({
      client: twilioClient({ accountSid: "AC1", authToken: "secret", apiBase, timeoutMs: 2000 }),
      from: "+15550100009",
      publicUrl: null,
      messagesPerSecond: 80,
      contents: {
        get: async (key) => store.get(key) ?? null,
        put: async (key, sid) => {
          store.set(key, sid);
        },
      },
      templates,
    }),
  };
};
const formsOf = (seen: readonly SeenRequest[]) =>
  seen
    .filter(({ url }) => url.endsWith("/Messages.json"))
    .map(({ body }) => Object.fromEntries(new URLSearchParams(body)));

describe("choices on WhatsApp", () => {
  it("are made once for the same choices, whatever the text above them", async () => {
    await using server = await api(created);
    const { channel, store } = channelAt(server.url);
    const outcomes = await Promise.all(
      ["One?", "Two?"].map((text) => channel.send(ask(text), to, reference)),
    );
    await channel.send(ask("Three?"), to, reference);
    expect(outcomes.map(({ kind }) => kind)).toEqual(["accepted", "accepted"]);
    const contents = server.seen.filter(({ url }) => url === "/v1/Content");
    expect(contents).toHaveLength(1);
    expect(JSON.parse(contents[0]!.body)).toMatchObject({
      types: {
        "twilio/quick-reply": {
          body: "{{1}}",
          actions: [
            { id: "join/consent/yes", title: "Yes" },
            { id: "join/consent/no", title: "No" },
          ],
        },
      },
    });
    expect([...store.values()]).toEqual([contentSid]);
    const texts = formsOf(server.seen).map(
      ({ ContentVariables }) => JSON.parse(ContentVariables ?? "{}")["1"],
    );
    expect(texts.toSorted()).toEqual(["One?", "Three?", "Two?"]);
    expect(formsOf(server.seen)[0]).toMatchObject({ ContentSid: contentSid, To: "whatsapp:+905550100001" });
  });

  it("are a list picker where there are many", async () => {
    await using server = await api(created);
    await channelAt(server.url).channel.send(list, to, reference);
    expect(JSON.parse(server.seen[0]!.body).types).toEqual({
      "twilio/list-picker": {
        body: "{{1}}",
        button: "Choose",
        items: [{ id: "join/trade/cook", item: "Cook", description: "Kitchen work" }],
      },
    });
  });

  it.each([
    ["is refused", (response: ServerResponse) => json(response, 400, { code: 20001, message: "no" })],
    ["fails", (response: ServerResponse) => response.destroy()],
    ["is throttled", (response: ServerResponse) => json(response, 429, { code: 20429 })],
    ["answers nonsense", (response: ServerResponse) => json(response, 201, { sid: 7 })],
  ])("become numbered lines when making them %s", async (_, content) => {
    await using server = await api(content);
    const { channel, store } = channelAt(server.url);
    expect((await channel.send(list, to, reference)).kind).toBe("accepted");
    expect(formsOf(server.seen)).toMatchObject([{ Body: "Which work?\n1 Cook" }]);
    expect(store.size).toBe(0);
  });

  it("become numbered lines when Twilio no longer knows them", async () => {
    const gone = (response: ServerResponse) =>
      json(response, 400, { status: 400, code: 21655, message: "gone" });
    await using server = await api(created, gone);
    expect((await channelAt(server.url).channel.send(ask("Yes?"), to, reference)).kind).toBe("accepted");
    expect(formsOf(server.seen).at(-1)).toMatchObject({ Body: "Yes?\n1 Yes\n2 No" });
  });

  it("are not said a second time when it is unknown whether they arrived", async () => {
    const cut = (response: ServerResponse) => response.destroy();
    await using server = await api(created, cut);
    expect((await channelAt(server.url).channel.send(ask("Yes?"), to, reference)).kind).toBe("unknown");
    expect(formsOf(server.seen)).toHaveLength(1);
  });
});

describe("a message after 24 hours", () => {
  const template = { kind: "template", template: "job-alert", language: "ar", text: "عمل جديد" } as const;

  it("goes out as the approved template", async () => {
    await using server = await api(created);
    const templates = new Map([[templateKey("job-alert", "ar"), "HXapproved"]]);
    const outcome = await channelAt(server.url, templates).channel.send(template, to, reference);
    expect(outcome.kind).toBe("accepted");
    expect(formsOf(server.seen)).toMatchObject([{ ContentSid: "HXapproved" }]);
    expect(formsOf(server.seen)[0]).not.toHaveProperty("Body");
  });

  it("is refused without asking Twilio where there is no template in that language", async () => {
    await using server = await api(created);
    const templates = new Map([[templateKey("job-alert", "en"), "HXapproved"]]);
    const outcome = await channelAt(server.url, templates).channel.send(template, to, reference);
    expect(outcome).toMatchObject({ kind: "refused", refusal: "window_closed" });
    expect(server.seen).toEqual([]);
  });
});
