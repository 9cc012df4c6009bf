import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseTelegramUpdate } from "../../../../bot/channels/telegram/parse-update.ts";

const account = "telegram:123456";
const chat = { id: 777001, type: "private", first_name: "Test" };
const from = { id: 777001, is_bot: false, first_name: "Test", language_code: "ar" };
const message = { message_id: 5, date: 1_700_000_000, chat, from };
const read = (update: object) => parseTelegramUpdate({ update_id: 42, ...update }, account);
const only = (update: object) => {
  const parsed = read(update);
  if (parsed.kind !== "messages") throw new Error(parsed.reason);
  expect(parsed.messages).toHaveLength(1);
  return parsed.messages[0]!;
};

describe("an update of Telegram's", () => {
  it("is read from a private chat and keeps what we do not read", () => {
    expect(only({ message: { ...message, text: "مرحبا" } })).toEqual({
      account,
      providerId: "update-42",
      kind: "text",
      from: { channel: "telegram", identifier: "777001" },
      text: "مرحبا",
      choice: null,
      providerAnswered: false,
      unread: { message_id: 5, date: 1_700_000_000, from },
    });
  });

  it.each([
    ["a start", { message: { ...message, text: "/start" } }, "start", ""],
    ["a deep link", { message: { ...message, text: "/start MU-4821-K" } }, "start", "MU-4821-K"],
    ["a start with the bot's name", { message: { ...message, text: "/start@UnionBot abc" } }, "start", "abc"],
    ["a word that only begins like it", { message: { ...message, text: "/starting" } }, "text", "/starting"],
    ["an edit", { edited_message: { ...message, text: "two" } }, "edit", "two"],
    ["a photo with words", { message: { ...message, photo: [{}], caption: "me" } }, "media", "me"],
    ["a voice message", { message: { ...message, voice: {} } }, "media", ""],
    ["a document", { message: { ...message, document: {} } }, "media", ""],
    ["a location", { message: { ...message, location: { latitude: 1, longitude: 2 } } }, "location", ""],
    ["a contact", { message: { ...message, contact: {} } }, "contact", ""],
    ["a dice", { message: { ...message, dice: {} } }, "unsupported", ""],
    ["a sticker", { message: { ...message, sticker: {} } }, "unsupported", ""],
    ["a block", { my_chat_member: { chat, new_chat_member: { status: "kicked" } } }, "blocked", ""],
    ["an unblock", { my_chat_member: { chat, new_chat_member: { status: "member" } } }, "unblocked", ""],
  ])("is understood when it is %s", (_, update, kind, text) => {
    const inbound = only(update);
    expect([inbound.kind, inbound.text, inbound.choice]).toEqual([kind, text, null]);
  });

  it("is a choice when a button was tapped, and keeps what is needed to stop its spinner", () => {
    const query = {
      id: "9001",
      from,
      data: "join/consent/yes",
      message: { message_id: 5, chat, text: "old" },
    };
    const inbound = only({ callback_query: query });
    expect(inbound).toMatchObject({ kind: "choice", choice: "join/consent/yes", text: "" });
    expect(inbound.unread).toMatchObject({ callback_query_id: "9001", message_id: 5 });
    expect(JSON.stringify(inbound.unread)).not.toContain("old");
  });

  it.each([
    ["a group", { message: { ...message, chat: { id: -5, type: "group" }, text: "hello" } }],
    ["a channel post", { channel_post: { ...message, text: "hello" } }],
    ["a kind that is new to us", { something_new: {} }],
    ["a button under an inline message", { callback_query: { id: "1", from, data: "x" } }],
  ])("is nothing for us when it is %s", (_, update) => {
    expect(read(update)).toEqual({ kind: "messages", messages: [] });
  });

  it.each([[null], ["text"], [{}], [{ update_id: "1" }], [{ update_id: 1, message: { text: 5 } }]])(
    "is refused when it is %j",
    (update) => {
      expect(parseTelegramUpdate(update, account).kind).toBe("refused");
    },
  );

  it("is never the reason for an exception", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        parseTelegramUpdate(value, account);
        const parsed = read({ message: value });
        return parsed.kind === "refused" || parsed.messages.length <= 1;
      }),
      { numRuns: 60 },
    );
  });
});
