import { choicesOf } from "../../../domain/payload.ts";
import type { SimMessage, SimMessages } from "../sim-message.ts";
import { type Reply, readableReply } from "./reply.ts";

/** What a handset knows of its talk with the Union: what the server told, and echoes of what is still on its way there. */
export interface Thread {
  readonly cursor: string;
  readonly messages: readonly SimMessage[];
  readonly echoes: readonly SimMessage[];
}

export const emptyThread: Thread = { cursor: "", messages: [], echoes: [] };

/** Shows a reply at once, before the server has it. */
export function withEcho(thread: Thread, id: string, reply: Reply, at: string): Thread {
  const echo: SimMessage = {
    id,
    direction: "in",
    at,
    text: readableReply(reply),
    language: null,
    payload: null,
    status: "sending",
    segments: null,
  };
  return { ...thread, echoes: [...thread.echoes, echo] };
}

/** Takes an echo away: the server refused the reply, or never got it. */
export const withoutEcho = (thread: Thread, id: string): Thread => ({
  ...thread,
  echoes: thread.echoes.filter((echo) => echo.id !== id),
});

/**
 * Adds what the server told; a message that came before is replaced, because its status may have moved on.
 *
 * The server must have taken every reply before it was asked: the echoes are among its messages now, and go.
 */
export function withMessages(thread: Thread, page: SimMessages): Thread {
  const byId = new Map(thread.messages.map((message) => [message.id, message]));
  for (const message of page.messages) byId.set(message.id, readable(message, [...byId.values()]));
  return { cursor: page.cursor, messages: [...byId.values()], echoes: [] };
}

/** A tap may be kept as the id of its choice; its person saw the label. */
function readable(message: SimMessage, earlier: readonly SimMessage[]): SimMessage {
  if (message.direction === "out") return message;
  const label = earlier
    .flatMap(({ payload }) => (payload === null ? [] : choicesOf(payload)))
    .find(({ id }) => id === message.text)?.label;
  return label === undefined ? message : { ...message, text: label };
}
