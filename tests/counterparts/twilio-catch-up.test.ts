import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freePort } from "../service/free-port.ts";
import {
  forget,
  newDataDir,
  type RunningService,
  runService,
  type Settings,
} from "../service/run-service.ts";
import { signedPost } from "../service/signed-post.ts";
import { type TwilioCounterpart, twilioCounterpart } from "../service/twilio-counterpart.ts";
import { until } from "../service/until.ts";

let twilio: TwilioCounterpart;
let service: RunningService;
let settings: Settings;

beforeAll(async () => {
  const port = String(await freePort());
  twilio = await twilioCounterpart(`http://127.0.0.1:${port}`);
  settings = { ...twilio.settings, PORT: port, DATA_DIR: await newDataDir() };
});
afterAll(async () => {
  await service?.stop();
  await twilio?.close();
  await forget(settings.DATA_DIR ?? "");
});

const number = "+905550100401";
const inbox = () => service.database.rows(`SELECT * FROM "InboundMessage" ORDER BY "id"`);

describe("what was written while we were away", () => {
  it("is found at Twilio when we are back and answered, in order, by SMS and by WhatsApp", async () => {
    const sms = twilio.phone(number);
    const whatsapp = twilio.phone(number, "whatsapp");
    await sms.texts("hi");
    await sms.texts("1");
    await whatsapp.texts("bonjour");
    service = await runService(settings);
    await sms.shows(/Which language/);
    await sms.shows(/Do you agree/);
    await whatsapp.shows(/Quelle langue/);
    expect(inbox().map(({ state, account }) => [state, account])).toEqual([
      ["done", `twilio-sms:${twilio.smsFrom}`],
      ["done", `twilio-sms:${twilio.smsFrom}`],
      ["done", `twilio-whatsapp:${twilio.whatsappFrom}`],
    ]);
  });

  it("is not answered again when its webhook comes after all, nor when we are away once more", async () => {
    const [first] = inbox();
    const form = {
      MessageSid: String(first?.providerId),
      AccountSid: twilio.accountSid,
      From: number,
      To: twilio.smsFrom,
      Body: "hi",
    };
    const { status } = await signedPost(`${service.url}/webhooks/twilio/sms`, form, twilio.authToken);
    expect(status).toBe(200);
    await service.stop();
    const startedAt = Date.now();
    service = await runService(settings);
    await until("the next look at Twilio", () => {
      const cursors = service.database.rows(
        `SELECT * FROM "ProviderCursor" WHERE "readUntil" > ?`,
        startedAt,
      );
      return cursors.length === 2;
    });
    expect(inbox()).toHaveLength(3);
    expect(await twilio.sentTo(number)).toHaveLength(2);
    expect(await twilio.sentTo(number, "whatsapp")).toHaveLength(1);
  });
});
