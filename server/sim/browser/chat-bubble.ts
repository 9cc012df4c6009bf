import type { SimMessage } from "../sim-message.ts";
import { element } from "./element.ts";
import { messageText } from "./message-text.ts";
import { messageTime } from "./message-time.ts";
import { statusNote } from "./status-note.ts";

/** A bubble of a chat, with what can be tapped below its words. */
export function chatBubble(message: SimMessage, ...tappable: readonly HTMLElement[]): HTMLElement {
  const mine = message.direction === "in";
  const note = statusNote(message);
  const signs = element("p", { class: "signs", dir: "ltr" });
  if (note !== "") signs.append(element("span", { class: "note" }, note));
  signs.append(messageTime(message.at));
  if (mine && note === "")
    signs.append(element("span", { class: "ticks", role: "img", "aria-label": "delivered" }, "✓✓"));
  const who = element("span", { class: "spoken" }, mine ? "You:" : "Migrant Union:");
  const bubble = element("div", { class: "bubble" }, who, messageText(message), signs);
  return element("article", { class: mine ? "said mine" : "said" }, bubble, ...tappable);
}
