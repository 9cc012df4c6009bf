import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseTwilioInbound } from "../../../../bot/channels/twilio/parse-inbound.ts";
import type { InboundMessage } from "../../../../domain/inbound-message.ts";

const accounts = { sms: "twilio-sms:+15550100000", whatsapp: "twilio-whatsapp:+15550100009" };
const sms = {
  MessageSid: "SM00000000000000000000000000000001",
  SmsSid: "SM00000000000000000000000000000001",
  AccountSid: "AC00000000000000000000000000000000",
  From: "+905550100001",
  To: "+15550100000",
  Body: "JOIN",
  NumMedia: "0",
  NumSegments: "1",
  SmsStatus: "received",
  FromCountry: "TR",
};
const whatsapp = {
  ...sms,
  From: "whatsapp:+905550100001",
  To: "whatsapp:+15550100009",
  WaId: "905550100001",
  ExternalUserId: "whatsapp:TR.abcdef123456",
  ProfileName: "Test Person",
  MessageType: "text",
};
const only = (parameters: Record<string, string | string[]>): InboundMessage => {
  const parsed = parseTwilioInbound(parameters, accounts);
  if (parsed.kind !== "messages") throw new Error(parsed.reason);
  expect(parsed.messages).toHaveLength(1);
  return parsed.messages[0]!;
};

describe("a message that comes through Twilio", () => {
  it("is read from an SMS", () => {
    expect(only(sms)).toMatchObject({
      account: accounts.sms,
      providerId: sms.MessageSid,
      kind: "text",
      from: { channel: "sms", identifier: "+905550100001" },
      text: "JOIN",
      choice: null,
      providerAnswered: false,
    });
  });

  it("is read from WhatsApp without the prefix of the number, and keeps the business-scoped user id", () => {
    const message = only(whatsapp);
    expect(message.account).toBe(accounts.whatsapp);
    expect(message.from).toEqual({ channel: "whatsapp", identifier: "+905550100001" });
    expect(message.unread.ExternalUserId).toBe("whatsapp:TR.abcdef123456");
  });

  it("is known by the business-scoped user id when the person hides the number", () => {
    const message = only({ ...whatsapp, From: "whatsapp:TR.abcdef123456" });
    expect(message.from).toEqual({ channel: "whatsapp", identifier: "TR.abcdef123456" });
  });

  it.each([
    ["a tapped button", { ButtonPayload: "join/consent/yes", ButtonText: "Yes" }, "choice", "Yes"],
    ["a tapped list row", { ListId: "join/consent/yes", ListTitle: "Yes" }, "choice", "Yes"],
    ["a location", { Latitude: "33.5", Longitude: "36.3", Body: "" }, "location", ""],
    ["a picture with words", { NumMedia: "1", MediaContentType0: "image/jpeg", Body: "me" }, "media", "me"],
    ["a voice message", { NumMedia: "1", MediaContentType0: "audio/ogg", Body: "" }, "media", ""],
    ["a contact card", { NumMedia: "1", MediaContentType0: "text/vcard", Body: "" }, "contact", ""],
    ["a reaction", { MessageType: "reaction", Body: "👍" }, "unsupported", "👍"],
    ["an empty text", { Body: "" }, "text", ""],
  ] as const)("is understood when it is %s", (_, fields, kind, text) => {
    const message = only({ ...whatsapp, ...fields });
    expect([message.kind, message.text]).toEqual([kind, text]);
    expect(message.choice).toBe(kind === "choice" ? "join/consent/yes" : null);
  });

  it.each([
    ["STOP", "opt_out"],
    ["START", "opt_in"],
    ["HELP", "help"],
    ["stop", "opt_out"],
  ])("is marked as answered when the carrier has dealt with %s", (OptOutType, kind) => {
    expect(only({ ...sms, OptOutType, Body: OptOutType })).toMatchObject({ kind, providerAnswered: true });
  });

  it("keeps every field that we do not read, and none that we do", () => {
    const { unread } = only({ ...sms, SomethingNew: "1" });
    expect(unread).toMatchObject({ SomethingNew: "1", FromCountry: "TR", To: sms.To });
    expect(Object.keys(unread)).not.toContain("Body");
    expect(Object.keys(unread)).not.toContain("From");
  });

  it("loses NUL bytes and halves of characters, and nothing else", () => {
    expect(only({ ...sms, Body: "a\u0000b\ud83d c\u202e😀" }).text).toBe("ab\ufffd c\u202e😀");
  });

  it("counts a parameter that was sent twice once", () => {
    expect(only({ ...sms, Body: ["JOIN", "OTHER"] }).text).toBe("JOIN");
  });

  it.each([
    ["without an id", { ...sms, MessageSid: "" }],
    ["without a sender", { ...sms, From: "" }],
    ["that is a delivery report", { ...sms, MessageStatus: "delivered" }],
    ["through a channel we do not speak", { ...sms, From: "messenger:123" }],
  ])("is refused %s, with a reason that holds no number", (_, fields) => {
    const parsed = parseTwilioInbound(fields, accounts);
    expect(parsed.kind).toBe("refused");
    expect(parsed.kind === "refused" && parsed.reason).not.toMatch(/\d{4}/);
  });

  it("never throws, whatever the form holds", () => {
    const form = fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.array(fc.string())));
    fc.assert(
      fc.property(form, fc.string({ unit: "binary" }), (fields, Body) => {
        const parsed = parseTwilioInbound(
          { ...fields, MessageSid: "SM1", From: "+15550100001", Body },
          accounts,
        );
        return parsed.kind === "refused" || parsed.messages.every(({ text }) => text.isWellFormed());
      }),
      { numRuns: 60 },
    );
  });
});
