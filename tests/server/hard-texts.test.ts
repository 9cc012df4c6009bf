import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freePort } from "../service/free-port.ts";
import type { Phone } from "../service/phone.ts";
import { type RunningService, runService } from "../service/run-service.ts";
import { signedPost } from "../service/signed-post.ts";
import { simulate, simulatedPhone } from "../service/simulator-counterpart.ts";
import { type TwilioCounterpart, twilioCounterpart } from "../service/twilio-counterpart.ts";

let twilio: TwilioCounterpart;
let service: RunningService;
beforeAll(async () => {
  const port = await freePort();
  twilio = await twilioCounterpart(`http://127.0.0.1:${port}`);
  service = await runService({ ...twilio.settings, PORT: String(port) });
});
afterAll(async () => {
  await service?.stop();
  await twilio?.close();
});

let people = 0;
const nextNumber = (): string => {
  people += 1;
  return `+9055501007${String(people).padStart(2, "0")}`;
};
const sessionOf = (number: string) =>
  service.database.rows(
    `SELECT s."state" FROM "Session" s JOIN "Address" a ON a."id" = s."addressId" WHERE a."identifier" = ? AND s."flow" = 'join'`,
    number,
  )[0]?.state;
const answersOf = (number: string): Record<string, { value: string }> =>
  JSON.parse(String(sessionOf(number) ?? '{"answers":{}}')).answers;
const inboxOf = (number: string) =>
  service.database.rows(
    `SELECT i."text", i."state", i."fault" FROM "InboundMessage" i JOIN "Address" a ON a."id" = i."addressId" WHERE a."identifier" = ?`,
    number,
  );

/** A handset that has come as far as the question for a name. */
async function askedForName(number: string): Promise<Phone> {
  const phone = simulatedPhone(service.url, "sms", number);
  const talk: readonly (readonly [string, RegExp])[] = [
    ["hi", /Which language/],
    ["1", /Do you agree/],
    ["1", /How old/],
    ["2", /What name/],
  ];
  for (const [text, question] of talk) {
    await phone.texts(text);
    await phone.shows(question);
  }
  return phone;
}

describe("two, written in the digits of", () => {
  it.each([
    ["English", "2"],
    ["Arabic", "٢"],
    ["Persian", "۲"],
    ["Hindi", "२"],
    ["Bengali", "২"],
    ["Punjabi", "੨"],
    ["Tamil", "௨"],
    ["Burmese", "၂"],
    ["Khmer", "២"],
    ["Thai", "๒"],
    ["Tibetan", "༢"],
    ["a full-width keyboard", "２"],
  ])("%s picks the second option", async (_script, two) => {
    const number = nextNumber();
    const phone = simulatedPhone(service.url, "sms", number);
    await phone.texts("hi");
    await phone.shows(/Which language/);
    await phone.texts(two);
    await phone.shows(/هل هذا مقبول/);
    expect(answersOf(number).language?.value).toBe("ar");
  });
});

describe("a text that is not understood is answered politely, and no answer is lost", () => {
  it.each([
    ["nothing but spaces", "   "],
    ["an empty text", ""],
    ["a NUL byte alone", "\u0000"],
    ["half a character", "\ud83d"],
    ["marks that turn the writing direction, and nothing else", "\u202e\u2066\u200f"],
    ["4 emoji", "👩‍👩‍👧‍👦🙂🙂🙂"],
    ["nothing but forty combining marks", "\u0301".repeat(40)],
  ])("%s", async (_what, text) => {
    const number = nextNumber();
    const phone = await askedForName(number);
    const before = answersOf(number);
    expect(await simulate(service.url, { channel: "sms", from: number, text })).toBe(202);
    await phone.shows(/did not understand[\s\S]*What name/);
    expect(answersOf(number)).toEqual(before);
    await phone.texts("Amal");
    await phone.shows(/Which town/);
    expect(inboxOf(number).every(({ state, fault }) => state === "done" && fault === null)).toBe(true);
  });

  it("a name of a thousand combining marks is too long, and is said to be", async () => {
    const number = nextNumber();
    const phone = await askedForName(number);
    await phone.texts("\u0301".repeat(1_000));
    await phone.shows(/too long[\s\S]*What name/);
  });

  it("10,000 characters by SMS, as one webhook", async () => {
    const number = nextNumber();
    const phone = twilio.phone(number);
    await phone.texts("hi");
    await phone.shows(/Which language/);
    await phone.texts("x".repeat(10_000));
    await phone.shows(/did not understand[\s\S]*Which language/);
    await phone.texts("1");
    await phone.shows(/Do you agree/);
    await phone.staysQuiet();
  });
});

describe("a name full of tricks is kept clean", () => {
  it.each([
    ["turned around", "\u202eAmal\u202c", "Amal"],
    ["isolated", "\u2066Amal\u2069", "Amal"],
    ["with a NUL byte inside", "Am\u0000al", "Amal"],
    ["with half a character at its end", "Amal\ud83d", "Amal\ufffd"],
    ["over several lines", "Amal\n\n  Haddad\t", "Amal Haddad"],
    ["in parts that belong together", "Zoe\u0301", "Zoé"],
    ["that looks like markup", "<b>Amal</b>{{number}}", "<b>Amal</b>{{number}}"],
    ["that looks like a statement", `'); DROP TABLE "Person";--`, `'); DROP TABLE "Person";--`],
  ])("%s", async (_what, typed, kept) => {
    const number = nextNumber();
    const phone = await askedForName(number);
    expect(await simulate(service.url, { channel: "sms", from: number, text: typed })).toBe(202);
    await phone.shows(/Which town/);
    expect(answersOf(number).name?.value).toBe(kept);
  });

  it("and is said as it is, not read as a placeholder of ours", async () => {
    const number = nextNumber();
    const phone = await askedForName(number);
    await phone.texts("{{number}}$t(consent.ask)");
    for (const [question, text] of [
      [/Which town/, "Izmir"],
      [/Which work/, "2"],
      [/Which of these/, "1"],
      [/use this phone/, "2"],
      [/jobs that fit you/, "1"],
    ] as const) {
      await phone.shows(question);
      await phone.texts(text);
    }
    await phone.shows(
      /^Thank you, \{\{number\}\}\$t\(consent\.ask\)\. You are a member\. Your number is MU-/,
    );
  });
});

describe("what is no text", () => {
  it.each([
    ["a picture", { NumMedia: "1", MediaUrl0: "https://example.org/x", MediaContentType0: "image/jpeg" }],
    [
      "a picture with a caption that would be an answer",
      { Body: "1", NumMedia: "1", MediaContentType0: "image/jpeg" },
    ],
    ["a place on the map", { Latitude: "36.1", Longitude: "37.2", Address: "here" }],
    ["somebody's contact card", { NumMedia: "1", MediaContentType0: "text/vcard" }],
    ["a reaction", { MessageType: "reaction", Body: "👍" }],
  ])("%s is answered with what can be read, and is no answer", async (what, fields) => {
    const number = nextNumber();
    const phone = twilio.phone(number, "whatsapp");
    await phone.texts("hi");
    await phone.shows(/Which language/);
    const before = sessionOf(number);
    const form = {
      MessageSid: `SM${what.replaceAll(" ", "")}`,
      AccountSid: twilio.accountSid,
      From: `whatsapp:${number}`,
      To: `whatsapp:${twilio.whatsappFrom}`,
      Body: "",
      ...fields,
    };
    const posted = await signedPost(`${service.url}/webhooks/twilio/whatsapp`, form, twilio.authToken);
    expect(posted.status).toBe(200);
    await phone.shows(/only text/);
    expect(sessionOf(number)).toBe(before);
  });
});
