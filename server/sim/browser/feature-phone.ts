import { button } from "./button.ts";
import { element } from "./element.ts";
import type { Device, Send } from "./handset.ts";
import { keypad } from "./keypad.ts";
import { lcdMessage } from "./lcd-message.ts";
import { messageList } from "./message-list.ts";
import { modeToAnswer, nextMode, type TypingMode } from "./multi-tap.ts";
import { phoneDraft } from "./phone-draft.ts";
import { sayHi } from "./say-hi.ts";

/** Builds the phone that most members have: seven lines of a grey screen, twelve keys, and text messages only. */
export function featurePhone(send: Send, nowMs: () => number): Device {
  const list = messageList("Messages on the feature phone", lcdMessage);
  const draft = phoneDraft("Text message", nowMs);
  const more = element("span", { "aria-hidden": "true" });
  const hi = sayHi(send);

  const setMode = (mode: TypingMode) => {
    draft.setMode(mode);
    pad.show(mode);
  };
  const pad = keypad({
    type: draft.type,
    hold: draft.write,
    changeMode: () => setMode(nextMode(draft.mode())),
  });
  const submit = async () => {
    const text = draft.take();
    if (text.trim() === "") return draft.input.focus();
    if (!(await send({ kind: "text", text }))) draft.putBack(text);
  };
  const scroll = (lines: number) => list.element.scrollBy({ top: lines * lineHeightOf(list.element) });
  const showMore = () => {
    const { scrollTop, scrollHeight, clientHeight } = list.element;
    more.textContent = scrollTop + clientHeight < scrollHeight - 4 ? "▼ more" : "";
  };
  list.element.addEventListener("scroll", showMore);

  const screen = element(
    "div",
    { class: "lcd" },
    element("p", { class: "lcd-line lcd-top", "aria-hidden": "true" }, element("span", {}, "▂▄▆ SMS"), more),
    list.element,
    hi,
    draft.element,
  );
  const phone = element(
    "div",
    { class: "device feature-phone" },
    element("div", { class: "earpiece", "aria-hidden": "true" }),
    screen,
    element(
      "div",
      { class: "soft-keys", dir: "ltr" },
      button("Send", () => void submit(), { class: "soft" }),
      button("▲", () => scroll(-3), { class: "arrow", "aria-label": "Scroll up" }),
      button("▼", () => scroll(3), { class: "arrow", "aria-label": "Scroll down" }),
      button("Clear", draft.eraseLast, { class: "soft", "aria-label": "Clear the last letter" }),
    ),
    pad.element,
  );

  // On the text box the computer's keyboard types as ever; elsewhere on the phone its keys are the phone's keys.
  phone.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const onButton = event.target instanceof HTMLButtonElement;
    if (event.key === "Enter" && !onButton && !event.shiftKey) void submit();
    else if (event.target === draft.input) return;
    else if (event.key === "Backspace") draft.eraseLast();
    else if ([...event.key].length !== 1 || (onButton && event.key === " ")) return;
    else if (!pad.press(event.key)) draft.write(event.key);
    event.preventDefault();
  });

  pad.show(draft.mode());
  return {
    element: phone,
    focus: () => draft.input.focus(),
    show(thread) {
      const added = list.show(thread);
      hi.hidden = thread.messages.length + thread.echoes.length > 0;
      if (!hi.hidden) setMode("abc");
      // A phone opens a new text at its beginning, however short the screen; a history at its last text.
      const isHistory = added.length === thread.messages.length + thread.echoes.length;
      const texts = added.filter(({ message }) => message.direction === "out");
      const toRead = (isHistory ? texts.at(-1) : texts[0]) ?? added.at(-1);
      if (toRead) list.element.scrollTop = toRead.element.offsetTop;
      const latest = added.findLast(({ message }) => message.direction === "out")?.message;
      // Not under the fingers of somebody who is writing.
      if (latest && draft.input.value === "") setMode(modeToAnswer(latest.text, latest.language));
      showMore();
    },
  };
}

const lineHeightOf = (shown: HTMLElement): number =>
  Number.parseFloat(getComputedStyle(shown).lineHeight) || 20;
