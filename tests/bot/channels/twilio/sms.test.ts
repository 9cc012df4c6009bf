import { createEmulator, type Emulator } from "emulate";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { twilioClient } from "../../../../bot/channels/twilio/client.ts";
import { parseTwilioInbound } from "../../../../bot/channels/twilio/parse-inbound.ts";
import { parseTwilioReceipt } from "../../../../bot/channels/twilio/parse-receipt.ts";
import { twilioSms } from "../../../../bot/channels/twilio/sms.ts";
import { verifyTwilioSignature } from "../../../../bot/channels/twilio/verify-signature.ts";
import { twilioWhatsapp } from "../../../../bot/channels/twilio/whatsapp.ts";
import { closedPort, type LocalServer, localServer } from "../faulty-server.ts";

const accountSid = "AC00000000000000000000000000000000";
const authToken = "twilio_test_auth_token";
const ours = "+15551234567";
const member = { channel: "sms", identifier: "+905550100001" } as const;
const accounts = { sms: `twilio-sms:${ours}`, whatsapp: "twilio-whatsapp:+15551234568" };

let twilio: Emulator;
let webhooks: LocalServer;
/** What reached our webhooks, with whether Twilio's signature was right. */
let received: {
  path: string;
  query: Record<string, string>;
  form: Record<string, string>;
  signed: boolean;
}[] = [];

beforeAll(async () => {
  webhooks = await localServer((request, response, raw) => {
    const url = new URL(request.url, webhooks.url);
    const form = Object.fromEntries(new URLSearchParams(request.body));
    const signature = raw.headers["x-twilio-signature"]?.toString();
    const signed = verifyTwilioSignature({ tokens: [authToken], url: url.href, params: form, signature });
    received.push({ path: url.pathname, query: Object.fromEntries(url.searchParams), form, signed });
    response.writeHead(204).end();
  });
  twilio = await createEmulator({
    service: "twilio",
    port: await closedPort(),
    seed: {
      twilio: {
        account: { sid: accountSid, auth_token: authToken },
        phone_numbers: [
          { phone_number: ours, sms_url: `${webhooks.url}/webhooks/twilio/sms` },
          { phone_number: "whatsapp:+15551234568", sms_url: `${webhooks.url}/webhooks/twilio/whatsapp` },
        ],
      },
    },
  });
});
beforeEach(() => {
  twilio.reset();
  received = [];
});
afterAll(async () => {
  await twilio.close();
  await webhooks[Symbol.asyncDispose]();
});

const client = () => twilioClient({ accountSid, authToken, apiBase: twilio.url });
const sms = () => twilioSms({ client: client(), from: ours, publicUrl: webhooks.url, messagesPerSecond: 1 });
const simulate = (what: string, form: Record<string, string>) =>
  fetch(`${twilio.url}/_twilio/simulate/${what}`, {
    method: "POST",
    headers: { Authorization: `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString("base64")}` },
    body: new URLSearchParams(form),
  });
const text = (words: string) => ({ kind: "text", text: words }) as const;
const longAgo = new Date(Date.now() - 3_600_000);

describe("SMS through a stateful Twilio that nobody here wrote", () => {
  it("is sent, and its first report comes before the answer does, signed and with our id", async () => {
    const outcome = await sms().send(text("Welcome"), member, { messageId: "m1", part: 2 });
    expect(outcome.kind).toBe("accepted");
    expect(received.map(({ path, signed }) => [path, signed])).toEqual([["/webhooks/twilio/status", true]]);
    const [report] = received;
    expect(parseTwilioReceipt(report!.form, report!.query, accounts)).toMatchObject({
      receipt: {
        account: accounts.sms,
        messageId: "m1",
        part: 2,
        status: "queued",
        providerId: outcome.kind === "accepted" && outcome.providerId,
      },
    });
  });

  it("is reported as delivered later", async () => {
    const outcome = await sms().send(text("Welcome"), member, { messageId: "m1", part: 1 });
    const MessageSid = outcome.kind === "accepted" ? outcome.providerId : "";
    await simulate("message-status", { MessageSid, Status: "delivered" });
    const report = received.at(-1)!;
    expect(report.signed).toBe(true);
    expect(parseTwilioReceipt(report.form, report.query, accounts)).toMatchObject({
      receipt: { status: "delivered", messageId: "m1", part: 1 },
    });
  });

  it("from a number that is not ours is refused as a fault of configuration", async () => {
    const channel = twilioSms({
      client: client(),
      from: "+15550100000",
      publicUrl: null,
      messagesPerSecond: 1,
    });
    const outcome = await channel.send(text("Welcome"), member, { messageId: "m1", part: 1 });
    expect(outcome).toMatchObject({ kind: "refused", refusal: "configuration", code: "21606" });
  });

  it("is found again when the answer was lost, and only once", async () => {
    const channel = sms();
    const first = await channel.send(text("Welcome"), member, { messageId: "m1", part: 1 });
    const second = await channel.send(text("Welcome"), member, { messageId: "m2", part: 1 });
    const ids = [first, second].map((outcome) => (outcome.kind === "accepted" ? outcome.providerId : ""));
    const ask = (taken: string[], words = "Welcome", since = longAgo) =>
      channel.lookUp?.({ to: member, payload: text(words), since, taken: new Set(taken) });
    expect(await ask([ids[0]!])).toEqual({ kind: "found", providerId: ids[1], status: "queued" });
    expect(await ask([ids[1]!])).toEqual({ kind: "found", providerId: ids[0], status: "queued" });
    expect(await ask(ids)).toEqual({ kind: "absent" });
    expect(await ask([], "Something else")).toEqual({ kind: "absent" });
    expect(await ask([], "Welcome", new Date(Date.now() + 3_600_000))).toEqual({ kind: "absent" });
  });

  it("the same words from the member to us are not taken for ours", async () => {
    await simulate("inbound-message", { From: member.identifier, To: ours, Body: "Welcome" });
    const question = { to: member, payload: text("Welcome"), since: longAgo, taken: new Set<string>() };
    expect(await sms().lookUp?.(question)).toEqual({ kind: "absent" });
  });

  it("what came in while we were away is listed, oldest first, with the ids of its webhooks", async () => {
    await sms().send(text("Welcome"), member, { messageId: "m1", part: 1 });
    received = [];
    await simulate("inbound-message", { From: member.identifier, To: ours, Body: "JOIN" });
    await simulate("inbound-message", { From: "+905550100002", To: ours, Body: "مرحبا" });
    const byWebhook = received.flatMap(({ form }) => {
      const parsed = parseTwilioInbound(form, accounts);
      return parsed.kind === "messages" ? parsed.messages : [];
    });
    const missed = await sms().missedSince?.(longAgo);
    expect(missed?.map(({ text, from }) => [from.identifier, text])).toEqual([
      [member.identifier, "JOIN"],
      ["+905550100002", "مرحبا"],
    ]);
    expect(missed?.map(({ account, providerId }) => [account, providerId])).toEqual(
      byWebhook.map(({ account, providerId }) => [account, providerId]),
    );
    expect(await sms().missedSince?.(new Date(Date.now() + 60_000))).toEqual([]);
  });
});

describe("WhatsApp through the same Twilio", () => {
  const channel = () =>
    twilioWhatsapp({
      client: client(),
      from: "whatsapp:+15551234568",
      publicUrl: webhooks.url,
      messagesPerSecond: 80,
      contents: { get: async () => null, put: async () => undefined },
      templates: new Map(),
    });
  const to = { channel: "whatsapp", identifier: "+905550100001" } as const;
  const buttons = {
    kind: "buttons",
    text: "Shall we keep your answers?",
    buttons: [
      { id: "join/consent/yes", label: "Yes" },
      { id: "join/consent/no", label: "No" },
    ],
  } as const;

  it("says the choices as numbered text where no content can be made, and finds that again", async () => {
    const outcome = await channel().send(buttons, to, { messageId: "m1", part: 1 });
    expect(outcome.kind).toBe("accepted");
    expect(received[0]?.form).toMatchObject({
      To: "whatsapp:+905550100001",
      From: "whatsapp:+15551234568",
      Body: "Shall we keep your answers?\n1 Yes\n2 No",
    });
    const question = { to, payload: buttons, since: longAgo, taken: new Set<string>() };
    expect(await channel().lookUp?.(question)).toMatchObject({ kind: "found" });
  });

  it("a message comes in, signed, and is listed when it was missed", async () => {
    await simulate("inbound-message", {
      From: "whatsapp:+905550100001",
      To: "whatsapp:+15551234568",
      Body: "hi",
    });
    expect(received[0]).toMatchObject({ path: "/webhooks/twilio/whatsapp", signed: true });
    expect(await channel().missedSince?.(longAgo)).toMatchObject([
      { account: accounts.whatsapp, from: to, text: "hi", providerId: received[0]?.form.MessageSid },
    ]);
  });
});
