import type { SimMessage } from "../sim-message.ts";
import { element } from "./element.ts";
import { messageText } from "./message-text.ts";
import { messageTime } from "./message-time.ts";
import { costOf } from "./part-counter.ts";
import { statusNote } from "./status-note.ts";

/** A text message as a feature phone lists it: who and when, the words, and what it cost. */
export function lcdMessage(message: SimMessage): HTMLElement {
  const from = message.direction === "in" ? "Me" : "Union";
  const note = statusNote(message);
  return element(
    "article",
    { class: message.direction === "in" ? "lcd-message mine" : "lcd-message" },
    element("p", { class: "lcd-line" }, element("b", {}, from), messageTime(message.at)),
    messageText(message),
    element("p", { class: "lcd-cost" }, note === "" ? costOf(message) : `${costOf(message)}, ${note}`),
  );
}
