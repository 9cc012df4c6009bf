import type { SimMessage } from "../sim-message.ts";
import { element } from "./element.ts";
import type { Device, Send } from "./handset.ts";
import { messageList } from "./message-list.ts";
import { sayHi } from "./say-hi.ts";

/** What tells one chat app from another. */
export interface ChatLook {
  readonly app: string;
  readonly draw: (message: SimMessage) => HTMLElement;
  /** What may lie over the talk, as a sheet does. */
  readonly over: readonly HTMLElement[];
  /** Called when another person takes the handset. */
  readonly reset: () => void;
}

/** Builds a smartphone with one chat open: the Union's name on top, bubbles, and a box to write in. */
export function chatDevice({ app, draw, over, reset }: ChatLook, send: Send): Device {
  const list = messageList(`Messages in the ${app} handset`, draw);
  const hi = sayHi(send);
  const input = element("input", {
    type: "text",
    dir: "auto",
    autocomplete: "off",
    enterkeyhint: "send",
    placeholder: "Message",
    "aria-label": `Message in the ${app} handset`,
  });
  const form = element(
    "form",
    { class: "composer" },
    input,
    element("button", { type: "submit", class: "send" }, "Send"),
  );
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const text = input.value;
    input.value = "";
    input.focus();
    if (text.trim() === "" || (await send({ kind: "text", text }))) return;
    if (input.value === "") input.value = text;
  });

  const head = element(
    "div",
    { class: "chat-head" },
    element("span", { class: "avatar", "aria-hidden": "true" }, "MU"),
    element("span", {}, element("b", {}, "Migrant Union"), element("small", {}, "simulated bot")),
  );
  return {
    element: element("div", { class: "device smartphone" }, head, list.element, hi, form, ...over),
    focus: () => input.focus(),
    show(thread) {
      const added = list.show(thread);
      const empty = thread.messages.length + thread.echoes.length === 0;
      hi.hidden = !empty;
      if (empty) reset();
      if (added.length > 0) list.element.scrollTop = list.element.scrollHeight;
    },
  };
}
