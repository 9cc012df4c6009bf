import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ForwardingProxy, forwardingProxy, type Interference } from "../service/forwarding-proxy.ts";
import { freePort } from "../service/free-port.ts";
import { type RunningService, runService } from "../service/run-service.ts";
import { signedPost } from "../service/signed-post.ts";
import { type TwilioCounterpart, twilioCounterpart } from "../service/twilio-counterpart.ts";
import { until } from "../service/until.ts";

let twilio: TwilioCounterpart;
let line: ForwardingProxy;
let service: RunningService;
/** What the line between us and Twilio does to the next messages we send; by default nothing. */
const noTrouble = (): Interference => ({});
let trouble: (body: string) => Interference = noTrouble;

beforeAll(async () => {
  const port = await freePort();
  twilio = await twilioCounterpart(`http://127.0.0.1:${port}`);
  line = await forwardingProxy(
    () => twilio.url,
    ({ method, path, body }) => {
      const isSend = method === "POST" && path.endsWith("/Messages.json");
      return isSend ? trouble(body) : {};
    },
  );
  service = await runService({
    ...twilio.settings,
    TWILIO_API_BASE: line.url,
    PORT: String(port),
    LOOK_UP_AFTER_SECONDS: "1",
  });
});
afterAll(async () => {
  await service?.stop();
  await line?.close();
  await twilio?.close();
});

const outboxOf = (number: string) =>
  service.database.rows(
    `SELECT m."id", m."status", m."reason", m."attempt", p."status" AS part, p."providerId" FROM "OutboundMessage" m
     JOIN "MessagePart" p ON p."messageId" = m."id" JOIN "Address" a ON a."id" = m."addressId"
     WHERE a."identifier" = ? ORDER BY m."seq"`,
    number,
  );
const receiptsOf = (sid: string) =>
  service.database
    .rows(`SELECT "providerStatus" FROM "Receipt" WHERE "providerId" = ? ORDER BY "id"`, sid)
    .map(({ providerStatus }) => providerStatus);
const statusOf = (number: string) => outboxOf(number)[0]?.status;

/** Somebody writes and is answered; gives Twilio's id of the answer. */
async function answered(number: string): Promise<string> {
  const phone = twilio.phone(number);
  await phone.texts("hi");
  await phone.shows(/Which language/);
  const [sent] = await until("the answer to our request is noted", () => {
    const noted = service.database.rows(
      `SELECT p."providerId" AS sid FROM "SendAttempt" t JOIN "MessagePart" p ON p."messageId" = t."messageId"
       JOIN "OutboundMessage" m ON m."id" = t."messageId" JOIN "Address" a ON a."id" = m."addressId" WHERE a."identifier" = ?`,
      number,
    );
    return noted.length === 1 && noted;
  });
  return String(sent?.sid);
}

const report = (form: Record<string, string>, messageId: string) =>
  signedPost(`${service.url}/webhooks/twilio/status?m=${messageId}`, form, twilio.authToken);

describe("receipts from a Twilio that nobody here wrote", () => {
  it("the first report comes before the answer to our own request, and is kept with our message", async () => {
    const sid = await answered("+905550100201");
    const [evidence] = service.database.rows(
      `SELECT r."receivedAt" AS reported, t."endedAt" AS answered, r."messageId" = m."id" AS ours
       FROM "Receipt" r JOIN "OutboundMessage" m ON m."id" = r."messageId" JOIN "SendAttempt" t ON t."messageId" = m."id"
       WHERE r."providerId" = ?`,
      sid,
    );
    expect(evidence?.ours).toBe(1);
    expect(Number(evidence?.reported)).toBeLessThanOrEqual(Number(evidence?.answered));
  });

  it.each([
    ["+905550100301", "in order", ["sending", "sent", "delivered"], "delivered"],
    ["+905550100302", "delivered before sent", ["delivered", "sent", "sending"], "delivered"],
    ["+905550100303", "each twice", ["sent", "sent", "delivered", "delivered"], "delivered"],
    ["+905550100304", "undelivered after sent", ["sent", "undelivered"], "undeliverable"],
    [
      "+905550100305",
      "delivered after undelivered, for a phone that was off",
      ["undelivered", "delivered"],
      "delivered",
    ],
    [
      "+905550100306",
      "undelivered, late, for one part of a text that has arrived",
      ["delivered", "undelivered"],
      "delivered",
    ],
    ["+905550100307", "failed before sent", ["failed", "sent"], "failed"],
    ["+905550100308", "read before delivered", ["read", "delivered"], "read"],
  ] as const)("to %s, %s: the status only moves forward", async (number, _order, words, last) => {
    const sid = await answered(number);
    for (const word of words) await twilio.report(sid, word);
    expect(statusOf(number)).toBe(last);
    expect(outboxOf(number)).toHaveLength(1);
    expect(receiptsOf(sid)).toEqual(["queued", ...new Set(words)]);
  });

  it("a word that Twilio invents tomorrow is kept and answered, and changes nothing else", async () => {
    const number = "+905550100210";
    const sid = await answered(number);
    const before = outboxOf(number);
    const form = { MessageSid: sid, MessageStatus: "teleported", To: number, From: twilio.smsFrom };
    expect(await report(form, String(before[0]?.id))).toEqual({ status: 204, body: "" });
    expect(receiptsOf(sid)).toEqual(["queued", "teleported"]);
    expect(outboxOf(number)).toEqual(before);
  });

  it("'delivered' before Twilio has even answered our request stays delivered", async () => {
    const number = "+905550100211";
    trouble = () => ({
      beforeAnswer: async () => {
        const [sent] = await twilio.sentTo(number);
        await twilio.report(sent?.sid ?? "", "delivered");
      },
    });
    const phone = twilio.phone(number);
    await phone.texts("hi");
    await phone.shows(/Which language/);
    trouble = noTrouble;
    await until("delivered", () => statusOf(number) === "delivered");
    await until("the answer is kept too", () => outboxOf(number)[0]?.providerId);
    await phone.staysQuiet(1_500);
    expect(outboxOf(number)).toMatchObject([{ status: "delivered", part: "delivered", attempt: 1 }]);
  });
});

describe("when the line to Twilio is cut", () => {
  /** Makes Twilio forget where to report to, so that only asking can settle it. */
  const withoutReports = (body: string): string => {
    const form = new URLSearchParams(body);
    form.delete("StatusCallback");
    return form.toString();
  };

  it("after it took the message: its report settles that, and the text is sent once", async () => {
    const number = "+905550100221";
    trouble = () => ({ cut: "after" });
    const phone = twilio.phone(number);
    await phone.texts("hi");
    await phone.shows(/Which language/);
    await until("settled", () => statusOf(number) === "sent");
    trouble = noTrouble;
    await phone.staysQuiet(2_500);
    expect(outboxOf(number)).toMatchObject([{ status: "sent", attempt: 1 }]);
  });

  it("after it took the message, and no report comes: it is asked, and the text is sent once", async () => {
    const number = "+905550100222";
    trouble = (body) => ({ cut: "after", body: withoutReports(body) });
    const phone = twilio.phone(number);
    await phone.texts("hi");
    await until("unknown", () => statusOf(number) === "unknown");
    trouble = noTrouble;
    await until("found by asking", () => statusOf(number) === "sent");
    await phone.shows(/Which language/);
    await phone.staysQuiet();
    const sent = await twilio.sentTo(number);
    expect(outboxOf(number).map(({ providerId }) => providerId)).toEqual(sent.map(({ sid }) => sid));
  });

  it("before it got the message: it is asked twice, and the text is sent again", async () => {
    const number = "+905550100223";
    trouble = () => ({ cut: "before" });
    const phone = twilio.phone(number);
    await phone.texts("hi");
    await until("unknown", () => statusOf(number) === "unknown");
    trouble = noTrouble;
    await phone.shows(/Which language/);
    await phone.staysQuiet();
    expect(outboxOf(number)).toMatchObject([{ status: "sent" }]);
  });
});
