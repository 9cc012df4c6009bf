import type { SimMessage } from "../sim-message.ts";
import { element } from "./element.ts";
import type { Thread } from "./thread.ts";

/** A list of messages that screen readers follow as it grows. */
export interface MessageList {
  readonly element: HTMLElement;
  /** Shows a thread, and returns the elements that were not there before, oldest first. */
  show(thread: Thread): readonly { readonly message: SimMessage; readonly element: HTMLElement }[];
}

/** Keeps one element a message, so that only what is new is drawn and announced. */
export function messageList(label: string, draw: (message: SimMessage) => HTMLElement): MessageList {
  const list = element("ol", { class: "messages" });
  const log = element(
    "div",
    { class: "log", role: "log", "aria-live": "polite", "aria-label": label, tabindex: "0" },
    list,
  );
  let drawn = new Map<string, { readonly element: HTMLElement; readonly look: string }>();

  return {
    element: log,
    show({ messages, echoes }) {
      const added: { message: SimMessage; element: HTMLElement }[] = [];
      const next: typeof drawn = new Map();
      for (const message of [...messages, ...echoes]) {
        const look = JSON.stringify(message);
        const before = drawn.get(message.id);
        const item = before?.look === look ? before.element : element("li", {}, draw(message));
        if (!before) added.push({ message, element: item });
        else if (before.element !== item) before.element.replaceWith(item);
        next.set(message.id, { element: item, look });
      }
      for (const [id, { element: old }] of drawn) if (!next.has(id)) old.remove();
      for (const { element: item } of added) list.append(item);
      drawn = next;
      return added;
    },
  };
}
