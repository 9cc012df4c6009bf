import type { InboundKind, InboundMessage } from "../../../domain/inbound-message.ts";
import { type ParsedInbound, refused } from "../parsed-inbound.ts";
import { receivedText } from "../received-text.ts";
import { readStart } from "./read-start.ts";
import { type TelegramMessage, type TelegramUpdate, updateSchema } from "./update-schema.ts";

/** What one update says; `null` where it is nothing that a person did to us. */
interface Reading {
  readonly chat: { readonly id: number; readonly type: string };
  readonly kind: InboundKind;
  readonly text?: string;
  readonly choice?: string;
  readonly unread: Readonly<Record<string, unknown>>;
}

const media = ["photo", "voice", "audio", "document", "video", "video_note", "animation"] as const;

const kindOfMessage = (message: TelegramMessage): InboundKind => {
  if (message.text !== undefined) return readStart(message.text) === null ? "text" : "start";
  if (message.location !== undefined) return "location";
  if (message.contact !== undefined) return "contact";
  return media.some((name) => message[name] !== undefined) ? "media" : "unsupported";
};

const readMessage = (message: TelegramMessage, isEdited: boolean): Reading => {
  const { chat, text, caption, ...unread } = message;
  const kind = isEdited ? "edit" : kindOfMessage(message);
  const start = kind === "start" && text !== undefined ? readStart(text) : null;
  return { chat, kind, text: start ?? text ?? caption ?? "", unread };
};

function read(update: TelegramUpdate): Reading | null {
  if (update.message) return readMessage(update.message, false);
  if (update.edited_message) return readMessage(update.edited_message, true);
  if (update.callback_query?.message) {
    const { id, data, message, ...unread } = update.callback_query;
    // The text we sent is in our own tables; what is kept of the message is which one it was.
    const kept = { ...unread, callback_query_id: id, message_id: message.message_id };
    return data === undefined
      ? { chat: message.chat, kind: "unsupported", unread: kept }
      : { chat: message.chat, kind: "choice", choice: data, unread: kept };
  }
  if (update.my_chat_member) {
    const { chat, ...unread } = update.my_chat_member;
    const isBlocked = unread.new_chat_member.status === "kicked";
    return { chat, kind: isBlocked ? "blocked" : "unblocked", unread };
  }
  return null;
}

/**
 * Reads one update of Telegram's. Only private chats count: in a group we have nothing to say.
 *
 * A location, a contact card and media stay where Telegram put them, in `unread` (`location`, `contact`, `photo`, ...).
 *
 * @see https://core.telegram.org/bots/api#update
 */
export function parseTelegramUpdate(update: unknown, account: string): ParsedInbound {
  const parsed = updateSchema.safeParse(update);
  if (!parsed.success) {
    const where = parsed.error.issues.map((issue) => issue.path.join(".") || "body").join(", ");
    return refused(`not an update of Telegram's: ${where}`);
  }
  const reading = read(parsed.data);
  if (reading === null || reading.chat.type !== "private") return { kind: "messages", messages: [] };
  const message: InboundMessage = {
    account,
    providerId: `update-${parsed.data.update_id}`,
    kind: reading.kind,
    from: { channel: "telegram", identifier: String(reading.chat.id) },
    text: receivedText(reading.text),
    choice: reading.choice ?? null,
    providerAnswered: false,
    unread: reading.unread,
  };
  return { kind: "messages", messages: [message] };
}
