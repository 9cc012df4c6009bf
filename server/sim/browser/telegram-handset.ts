import type { Choice } from "../../../domain/payload.ts";
import type { SimMessage } from "../sim-message.ts";
import { button } from "./button.ts";
import { chatBubble } from "./chat-bubble.ts";
import { chatDevice } from "./chat-device.ts";
import { element } from "./element.ts";
import type { Device, Send } from "./handset.ts";

/** Builds a handset that shows what Telegram shows: rows of buttons under the text they belong to. */
export function telegramHandset(send: Send): Device {
  const tap = ({ id, label }: Choice): HTMLElement =>
    button(element("span", { dir: "auto" }, label), () => void send({ kind: "choice", id, label }), {
      class: "tap",
    });
  const keyboard = ({ payload }: SimMessage): readonly HTMLElement[] =>
    payload?.kind === "keyboard"
      ? payload.rows.map((row) => element("div", { class: "tap-row" }, ...row.map(tap)))
      : [];
  const draw = (message: SimMessage) => chatBubble(message, ...keyboard(message));
  return chatDevice({ app: "Telegram", draw, over: [], reset: () => undefined }, send);
}
