import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freePort } from "../service/free-port.ts";
import { joinByDigits, joinScripts } from "../service/joining.ts";
import { type RunningService, runService } from "../service/run-service.ts";
import { signedPost } from "../service/signed-post.ts";
import { type TwilioCounterpart, twilioCounterpart } from "../service/twilio-counterpart.ts";
import { until } from "../service/until.ts";

let twilio: TwilioCounterpart;
let service: RunningService;

beforeAll(async () => {
  const port = await freePort();
  twilio = await twilioCounterpart(`http://127.0.0.1:${port}`);
  service = await runService({
    ...twilio.settings,
    // Twilio's own way of writing it works too.
    TWILIO_WHATSAPP_FROM: `whatsapp:${twilio.whatsappFrom}`,
    PORT: String(port),
  });
});
afterAll(async () => {
  await service?.stop();
  await twilio?.close();
});

const messagesTo = (number: string) =>
  service.database.rows(
    `SELECT m."status", p."payload" FROM "OutboundMessage" m JOIN "MessagePart" p ON p."messageId" = m."id"
     JOIN "Address" a ON a."id" = m."addressId" WHERE a."identifier" = ? AND a."channel" = 'whatsapp' ORDER BY m."seq"`,
    number,
  );

describe("a person joins by WhatsApp through a Twilio that nobody here wrote", () => {
  it.each([
    ["en", "+905550100501"],
    ["ar", "+905550100502"],
    ["fr", "+905550100503"],
  ] as const)("in %s, with numbered texts where it makes no lists", async (language, number) => {
    const phone = twilio.phone(number, "whatsapp");
    expect(await joinByDigits(phone, joinScripts[language])).toMatch(/^MU-\d{4}-[A-Z]$/);
    await phone.staysQuiet();
    const kinds = messagesTo(number).map(({ payload }) => JSON.parse(String(payload)).kind);
    // The outbox holds what WhatsApp can show; only on the way out it became text.
    expect(new Set(kinds)).toEqual(new Set(["buttons", "list", "text"]));
  });

  it("is reported as read in the end, whatever came first", async () => {
    const number = "+905550100504";
    const phone = twilio.phone(number, "whatsapp");
    await phone.texts("hi");
    await phone.shows(/Which language/);
    const [sent] = await twilio.sentTo(number, "whatsapp");
    for (const word of ["read", "sent", "delivered"]) await twilio.report(sent?.sid ?? "", word);
    await until("read", () => messagesTo(number)[0]?.status === "read");
  });

  it("may tap a button, which answers its own question and no other", async () => {
    const number = "+905550100505";
    const phone = twilio.phone(number, "whatsapp");
    let taps = 0;
    const tap = (id: string, label: string) => {
      taps += 1;
      const form = {
        MessageSid: `SM${String(taps).padStart(32, "0")}`,
        AccountSid: twilio.accountSid,
        From: `whatsapp:${number}`,
        To: `whatsapp:${twilio.whatsappFrom}`,
        Body: label,
        ButtonText: label,
        ButtonPayload: id,
        MessageType: "button",
        ProfileName: "Somebody",
      };
      return signedPost(`${service.url}/webhooks/twilio/whatsapp`, form, twilio.authToken);
    };
    await phone.texts("hi");
    await phone.shows(/Which language/);
    await tap("join/language/fr", "Français");
    await phone.shows(/D'accord \?/);
    await tap("join/language/ar", "العربية");
    await phone.shows(/D'accord \?/);
    await tap("join/consent/yes", "Oui");
    await phone.shows(/Quel âge/);
  });
});
