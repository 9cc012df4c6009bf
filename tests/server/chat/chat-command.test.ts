import { describe, expect, it } from "vitest";
import { readChatCommand } from "../../../server/chat/chat-command.ts";
import { messagePrice } from "../../../server/chat/message-price.ts";

describe("what is typed on the phone in the terminal", () => {
  it.each([
    ["1", { kind: "message", text: "1" }],
    ["", { kind: "message", text: "" }],
    ["[My details]", { kind: "tap", label: "My details" }],
    [":wait 30m", { kind: "wait", milliseconds: 1_800_000 }],
    [":wait 5 h", { kind: "wait", milliseconds: 18_000_000 }],
    [":wait 3d", { kind: "wait", milliseconds: 259_200_000 }],
    [":as +15550100199", { kind: "as", from: "+15550100199" }],
    [":as +1 555 0100199", { kind: "as", from: "+15550100199" }],
    [":quit", { kind: "quit" }],
    [":q", { kind: "quit" }],
    [":help", { kind: "help" }],
  ])("reads %j", (line, command) => {
    expect(readChatCommand(line)).toEqual(command);
  });

  it.each([":wait", ":wait 0d", ":wait 61d", ":wait -1d", ":wait 3w", ":wait 1e3d", ":as", ":stop", ":"])(
    "explains %j instead of sending it",
    (line) => {
      expect(readChatCommand(line)).toMatchObject({ kind: "unknown", advice: expect.stringMatching(/\w/) });
    },
  );
});

describe("what a message costs", () => {
  it("counts every part of an SMS, by the country it goes to", () => {
    expect(messagePrice("sms", "+15550100123", 1)).toBe("about US$ 0.0083 to US (November 2026)");
    expect(messagePrice("sms", "+15550100123", 3)).toBe("about US$ 0.0249 to US (November 2026)");
    expect(messagePrice("sms", "+93700000000", 2)).toBe("about US$ 0.318 to AF (May 2023)");
  });

  it("guesses no price it does not know", () => {
    expect(messagePrice("sms", "+905550000101", 1)).toBe("price to TR not known here");
    expect(messagePrice("sms", "+999", 1)).toBe("price to this number not known here");
  });

  it("is nothing on Telegram, and on WhatsApp Twilio's fee and Meta's", () => {
    expect(messagePrice("telegram", "15550100123", 1)).toBe("free");
    expect(messagePrice("whatsapp", "+15550100123", 1)).toBe("about US$ 0.005 and Meta's fee");
  });
});
