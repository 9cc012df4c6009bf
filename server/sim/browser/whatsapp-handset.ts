import type { Choice } from "../../../domain/payload.ts";
import type { SimMessage } from "../sim-message.ts";
import { button } from "./button.ts";
import { chatBubble } from "./chat-bubble.ts";
import { chatDevice } from "./chat-device.ts";
import { element } from "./element.ts";
import type { Device, Send } from "./handset.ts";
import { listSheet } from "./list-sheet.ts";

/** Builds a handset that shows what WhatsApp shows: up to three reply buttons, or one that opens a list. */
export function whatsappHandset(send: Send): Device {
  const choose = ({ id, label }: Choice) => void send({ kind: "choice", id, label });
  const sheet = listSheet(choose);

  const tappable = ({ payload }: SimMessage): readonly HTMLElement[] => {
    if (payload?.kind === "buttons") return payload.buttons.map((choice) => replyButton(choice, choose));
    if (payload?.kind !== "list") return [];
    const { open, rows } = payload;
    const opener: HTMLButtonElement = button(
      element("span", { dir: "auto" }, `☰ ${open}`),
      () => sheet.open(open, rows, opener),
      { class: "tap", "aria-haspopup": "dialog" },
    );
    return [opener];
  };
  const draw = (message: SimMessage) => chatBubble(message, ...tappable(message));
  return chatDevice({ app: "WhatsApp", draw, over: [sheet.element], reset: sheet.close }, send);
}

const replyButton = (choice: Choice, choose: (choice: Choice) => void): HTMLElement =>
  button(element("span", { dir: "auto" }, `↩ ${choice.label}`), () => choose(choice), {
    class: "tap",
    "aria-label": choice.label,
  });
