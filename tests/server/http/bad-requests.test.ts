import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { difference } from "../../service/database.ts";
import { freePort } from "../../service/free-port.ts";
import { type RunningService, runService } from "../../service/run-service.ts";
import { encoded, type Form, signatureOf, signedPost } from "../../service/signed-post.ts";
import { type TwilioCounterpart, twilioCounterpart } from "../../service/twilio-counterpart.ts";
import { until } from "../../service/until.ts";

const secret = "a-secret-of-ours_1";
const number = "+905550100601";
const oneMegabyte = "x".repeat(1_000_000);
let twilio: TwilioCounterpart;
let service: RunningService;

beforeAll(async () => {
  const port = await freePort();
  twilio = await twilioCounterpart(`http://127.0.0.1:${port}`);
  service = await runService({
    ...twilio.settings,
    PORT: String(port),
    // In MODE=sim a Telegram that is not on this machine is never called, but its webhook is open.
    TELEGRAM_BOT_TOKEN: "123456:AAtest-token-that-is-secret",
    TELEGRAM_WEBHOOK_SECRET: secret,
    MODE: "sim",
  });
  const phone = twilio.phone(number);
  await phone.texts("hi");
  await phone.shows(/Which language/);
  await until("the first looks at Twilio", () => {
    const cursors = service.database.rows(`SELECT * FROM "ProviderCursor"`);
    return cursors.length === 2;
  });
  await settled();
});
afterAll(async () => {
  await service?.stop();
  await twilio?.close();
});

interface Posted {
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly method?: string;
}
const post = (path: string, { headers = {}, body = "", method = "POST" }: Posted): Promise<Response> =>
  fetch(`${service.url}${path}`, { method, headers, ...(method === "GET" ? {} : { body }) });

/** Waits until what is under way is on the disk. */
async function settled(): Promise<void> {
  await until("quiet", async () => {
    const before = service.database.everything();
    await wait(120);
    return difference(before, service.database.everything()).length === 0;
  });
}

/** Whatever the answer: on the disk everything is as it was. */
async function unchanged(ask: () => Promise<Response>): Promise<{ status: number; body: string }> {
  const before = service.database.everything();
  const response = await ask();
  const body = await response.text();
  await wait(20);
  expect(difference(before, service.database.everything())).toEqual([]);
  return { status: response.status, body };
}

const formType = { "content-type": "application/x-www-form-urlencoded" };
const inbound = (): Form => ({
  MessageSid: "SM00000000000000000000000000000bad",
  AccountSid: twilio.accountSid,
  From: number,
  To: twilio.smsFrom,
  Body: "1",
});
const receipt = (): Form => ({
  MessageSid: "SM00000000000000000000000000000bad",
  AccountSid: twilio.accountSid,
  From: twilio.smsFrom,
  To: number,
  MessageStatus: "delivered",
});
const twilioRoutes = [
  ["/webhooks/twilio/sms", inbound],
  ["/webhooks/twilio/whatsapp", inbound],
  ["/webhooks/twilio/status?m=somebody", receipt],
] as const;

describe.each(twilioRoutes)("what %s refuses changes nothing", (path, form) => {
  const signed = (body: Form = form()): Record<string, string> => ({
    ...formType,
    "x-twilio-signature": signatureOf(`${service.url}${path}`, body, twilio.authToken),
  });
  type Row = readonly [what: string, status: number, posted: () => Posted];
  const rows: readonly Row[] = [
    ["a request without a signature", 401, () => ({ headers: formType, body: encoded(form()) })],
    [
      "an empty signature",
      403,
      () => ({ headers: { ...formType, "x-twilio-signature": "" }, body: encoded(form()) }),
    ],
    [
      "a signature that is none",
      403,
      () => ({ headers: { ...formType, "x-twilio-signature": "please" }, body: encoded(form()) }),
    ],
    [
      "a signature by another account's token",
      403,
      () => ({
        headers: {
          ...formType,
          "x-twilio-signature": signatureOf(`${service.url}${path}`, form(), "another token"),
        },
        body: encoded(form()),
      }),
    ],
    [
      "a changed text",
      403,
      () => ({ headers: signed(), body: encoded({ ...form(), Body: "9", MessageStatus: "read" }) }),
    ],
    ["an added field", 403, () => ({ headers: signed(), body: encoded({ ...form(), Extra: "x" }) })],
    [
      "a signature for another address",
      403,
      () => ({
        headers: {
          ...formType,
          "x-twilio-signature": signatureOf("https://evil.example/", form(), twilio.authToken),
        },
        body: encoded(form()),
      }),
    ],
    ["a body of 1 MB", 413, () => ({ headers: signed(), body: `Body=${oneMegabyte}` })],
    [
      "JSON",
      415,
      () => ({
        headers: { ...signed(), "content-type": "application/json" },
        body: JSON.stringify(form()),
      }),
    ],
    [
      "plain text",
      415,
      () => ({ headers: { ...signed(), "content-type": "text/plain" }, body: encoded(form()) }),
    ],
    [
      "a form of files",
      415,
      () => ({ headers: { ...signed(), "content-type": "multipart/form-data; boundary=x" }, body: "--x--" }),
    ],
    ["a signed request that is empty", 400, () => ({ headers: signed({}), body: "" })],
    [
      "a signed request without a MessageSid",
      400,
      () => {
        const { MessageSid: _, ...rest } = form();
        return { headers: signed(rest), body: encoded(rest) };
      },
    ],
    [
      "a signed request about another account",
      403,
      () => {
        const others = { ...form(), AccountSid: "AC11111111111111111111111111111111" };
        return { headers: signed(others), body: encoded(others) };
      },
    ],
    ["a question instead of a message", 404, () => ({ headers: signed(), method: "GET" })],
  ];

  it.each(rows)("%s: %i", async (_what, status, posted) => {
    const answer = await unchanged(() => post(path, posted()));
    expect(answer.status).toBe(status);
    expect(JSON.parse(answer.body)).toEqual({ error: expect.stringMatching(/^[A-Z].*|^an? /) });
    expect(answer.body).not.toContain(number);
  });
});

describe("what is signed but no message to us changes nothing", () => {
  it.each([
    ["a delivery report at the address for messages", "/webhooks/twilio/sms", { MessageStatus: "delivered" }],
    ["a message through a channel we do not speak", "/webhooks/twilio/sms", { From: "messenger:12345" }],
    ["a message from nobody", "/webhooks/twilio/sms", { From: "" }],
    ["a message whose sender is no address", "/webhooks/twilio/sms", { From: "x".repeat(5_000) }],
  ])("%s: 400", async (_what, path, changes) => {
    const form = { ...inbound(), ...changes };
    const url = `${service.url}${path}`;
    const headers = { ...formType, "x-twilio-signature": signatureOf(url, form, twilio.authToken) };
    const answer = await unchanged(() => post(path, { headers, body: encoded(form) }));
    expect(answer.status).toBe(400);
  });

  it("a report about a message that is not ours is kept as evidence and changes no message: 204", async () => {
    const before = service.database.rows(`SELECT * FROM "OutboundMessage"`);
    const parts = service.database.rows(`SELECT * FROM "MessagePart"`);
    const counts = service.database.counts();
    const url = `${service.url}/webhooks/twilio/status?m=00000000000000000000000000000000`;
    expect(await signedPost(url, receipt(), twilio.authToken)).toEqual({ status: 204, body: "" });
    expect(service.database.counts()).toEqual({ ...counts, Receipt: (counts.Receipt ?? 0) + 1 });
    expect(service.database.rows(`SELECT * FROM "OutboundMessage"`)).toEqual(before);
    expect(service.database.rows(`SELECT * FROM "MessagePart"`)).toEqual(parts);
  });

  it("a replayed message is answered the same, makes no second row and gets no second answer", async () => {
    const url = `${service.url}/webhooks/twilio/sms`;
    const other = "+905550100602";
    const form = { ...inbound(), From: other, MessageSid: "SM0000000000000000000000000000once", Body: "hi" };
    const first = await signedPost(url, form, twilio.authToken);
    expect(first.status).toBe(200);
    const phone = twilio.phone(other);
    await phone.shows(/Which language/);
    await settled();
    const before = service.database.everything();
    for (let times = 0; times < 5; times += 1) {
      expect(await signedPost(url, form, twilio.authToken)).toEqual(first);
    }
    await phone.staysQuiet();
    expect(difference(before, service.database.everything())).toEqual([]);
  });

  it("a field sent twice counts once, with its first value", async () => {
    const url = `${service.url}/webhooks/twilio/sms`;
    const other = "+905550100603";
    const form = {
      ...inbound(),
      From: [other, number],
      MessageSid: ["SMtwice1", "SMtwice2"],
      Body: ["hi", "2"],
    };
    expect((await signedPost(url, form, twilio.authToken)).status).toBe(200);
    await twilio.phone(other).shows(/Which language/);
    const kept = service.database.rows(`SELECT "text" FROM "InboundMessage" WHERE "providerId" = 'SMtwice1'`);
    expect(kept).toEqual([{ text: "hi" }]);
    expect(service.database.rows(`SELECT 1 FROM "InboundMessage" WHERE "providerId" = 'SMtwice2'`)).toEqual(
      [],
    );
  });

  it("fields that we do not know are kept, and the message is answered", async () => {
    const url = `${service.url}/webhooks/twilio/sms`;
    const other = "+905550100604";
    const form = {
      ...inbound(),
      From: other,
      MessageSid: "SMunread",
      Body: "hi",
      FieldOfTomorrow: "a",
      constructor: "b",
    };
    expect((await signedPost(url, form, twilio.authToken)).status).toBe(200);
    await twilio.phone(other).shows(/Which language/);
    await settled();
    const [kept] = service.database.rows(
      `SELECT "unread" FROM "InboundMessage" WHERE "providerId" = 'SMunread'`,
    );
    expect(JSON.parse(String(kept?.unread))).toMatchObject({ FieldOfTomorrow: "a", constructor: "b" });
  });
});

describe("what /webhooks/telegram refuses changes nothing", () => {
  const json = { "content-type": "application/json" };
  const genuine = { ...json, "x-telegram-bot-api-secret-token": secret };
  const update = (changes: object = {}): string =>
    JSON.stringify({
      update_id: 77_000_001,
      message: { message_id: 1, date: 1, chat: { id: 9001, type: "private" }, text: "hi" },
      ...changes,
    });
  it.each<readonly [string, number, Posted]>([
    ["no secret", 401, { headers: json, body: update() }],
    [
      "a wrong secret",
      403,
      { headers: { ...json, "x-telegram-bot-api-secret-token": "guess" }, body: update() },
    ],
    ["an empty secret", 403, { headers: { ...json, "x-telegram-bot-api-secret-token": "" }, body: update() }],
    ["half a JSON", 400, { headers: genuine, body: update().slice(0, -9) }],
    ["an empty body", 400, { headers: genuine, body: "" }],
    ["a list", 400, { headers: genuine, body: "[]" }],
    ["no update id", 400, { headers: genuine, body: '{"message":{"chat":{"id":1,"type":"private"}}}' }],
    ["a word for a number", 400, { headers: genuine, body: update({ update_id: "7" }) }],
    ["a chat without an id", 400, { headers: genuine, body: update({ message: { chat: {}, text: "hi" } }) }],
    [
      "a body that reaches for prototypes",
      400,
      { headers: genuine, body: '{"__proto__":{"a":1},"update_id":1}' },
    ],
    ["a form", 415, { headers: { ...genuine, ...formType }, body: "update_id=1" }],
    ["plain text", 415, { headers: { ...genuine, "content-type": "text/plain" }, body: update() }],
    ["a body of 1 MB", 413, { headers: genuine, body: update({ note: oneMegabyte }) }],
    [
      "a message in a group",
      200,
      { headers: genuine, body: update({ message: { chat: { id: -1, type: "group" }, text: "hi" } }) },
    ],
    [
      "something new of Telegram's",
      200,
      { headers: genuine, body: update({ message: undefined, hologram: {} }) },
    ],
  ])("%s: %i", async (_what, status, posted) => {
    const answer = await unchanged(() => post("/webhooks/telegram", posted));
    expect(answer.status).toBe(status);
  });

  it("a repeated update is answered the same and makes no second row", async () => {
    const ask = () =>
      post("/webhooks/telegram", { headers: genuine, body: update({ update_id: 77_000_002 }) });
    expect((await ask()).status).toBe(200);
    await until("handled", () => {
      const rows = service.database.rows(
        `SELECT "state" FROM "InboundMessage" WHERE "providerId" LIKE '%77000002'`,
      );
      return rows[0]?.state === "done";
    });
    await settled();
    expect((await unchanged(ask)).status).toBe(200);
  });
});

describe("what /sim/messages refuses changes nothing", () => {
  const json = { "content-type": "application/json" };
  const message = (changes: object = {}): string =>
    JSON.stringify({ channel: "sms", from: "+905550100650", text: "hi", ...changes });
  it.each<readonly [string, number, Posted]>([
    ["half a JSON", 400, { headers: json, body: message().slice(0, -3) }],
    ["an empty body", 400, { headers: json, body: "" }],
    ["nothing in particular", 400, { headers: json, body: "null" }],
    ["a channel that is none", 400, { headers: json, body: message({ channel: "pigeon" }) }],
    ["a number that is none", 400, { headers: json, body: message({ from: "call me" }) }],
    ["neither text nor choice", 400, { headers: json, body: message({ text: undefined }) }],
    ["text and choice at once", 400, { headers: json, body: message({ choice: "join/consent/yes" }) }],
    ["a text that is a list", 400, { headers: json, body: message({ text: ["hi"] }) }],
    ["a text longer than any SMS", 400, { headers: json, body: message({ text: "x".repeat(10_000) }) }],
    ["a form", 415, { headers: formType, body: "channel=sms" }],
    ["plain text", 415, { headers: { "content-type": "text/plain" }, body: message() }],
    ["a body of 1 MB", 413, { headers: json, body: message({ note: oneMegabyte }) }],
  ])("%s: %i", async (_what, status, posted) => {
    const answer = await unchanged(() => post("/sim/messages", posted));
    expect(answer.status).toBe(status);
  });

  it.each(["/", "?channel=sms", "?channel=pigeon&address=1", `?channel=sms&address=${"1".repeat(300)}`])(
    "a question like %s: 400 or 404",
    async (query) => {
      const answer = await unchanged(() => post(`/sim/messages${query}`, { method: "GET" }));
      expect([400, 404]).toContain(answer.status);
    },
  );
});
