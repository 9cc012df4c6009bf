import { describe, expect, it } from "vitest";
import { parseTwilioReceipt } from "../../../../bot/channels/twilio/parse-receipt.ts";

const accounts = { sms: "twilio-sms:+15550100000", whatsapp: "twilio-whatsapp:+15550100009" };
const report = {
  MessageSid: "SM00000000000000000000000000000001",
  MessageStatus: "delivered",
  To: "+905550100001",
  From: "+15550100000",
};
const read = (fields: Record<string, string>, query: Record<string, string> = { m: "m1" }) =>
  parseTwilioReceipt({ ...report, ...fields }, query, accounts);

describe("a delivery report of Twilio's", () => {
  it("finds our message and its part by the address it was sent to", () => {
    expect(read({}, { m: "01J9", p: "2" })).toEqual({
      kind: "receipt",
      receipt: {
        account: accounts.sms,
        messageId: "01J9",
        part: 2,
        providerId: report.MessageSid,
        providerStatus: "delivered",
        status: "delivered",
        code: null,
      },
    });
  });

  it.each([
    [{ m: "a" }, "a", 1],
    [{}, null, 1],
    [{ m: "a", p: "0" }, "a", 1],
    [{ m: "a", p: "x" }, "a", 1],
  ] as [Record<string, string>, string | null, number][])(
    "with the query %j is about message %s, part %d",
    (query, messageId, part) => {
      expect(read({}, query)).toMatchObject({ receipt: { messageId, part } });
    },
  );

  it("is about the WhatsApp sender when it comes from there", () => {
    expect(read({ From: "whatsapp:+15550100009" })).toMatchObject({
      receipt: { account: accounts.whatsapp },
    });
  });

  it.each([
    ["accepted", "queued"],
    ["scheduled", "queued"],
    ["queued", "queued"],
    ["sending", "sending"],
    ["sent", "sent"],
    ["delivered", "delivered"],
    ["read", "read"],
    ["undelivered", "undeliverable"],
    ["failed", "failed"],
    ["canceled", "cancelled"],
    ["received", null],
    ["a new word", null],
  ])("saying %s means %s", (MessageStatus, status) => {
    expect(read({ MessageStatus })).toMatchObject({ receipt: { providerStatus: MessageStatus, status } });
  });

  it("saying failed means expired when the text waited past its time", () => {
    const expired = read({ MessageStatus: "failed", ErrorCode: "30036" });
    expect(expired).toMatchObject({ receipt: { status: "expired", code: "30036" } });
    const failed = read({ MessageStatus: "failed", ErrorCode: "30008" });
    expect(failed).toMatchObject({ receipt: { status: "failed", code: "30008" } });
  });

  it.each([[{ MessageSid: "" }], [{ MessageStatus: "" }]])("is refused with %j", (fields) => {
    expect(read(fields).kind).toBe("refused");
  });
});
