import { element } from "./element.ts";
import { press, startTyping, type Typing, type TypingKey, type TypingMode } from "./multi-tap.ts";
import { countDraft } from "./part-counter.ts";

/** The lines of a feature phone's screen in which a text is written, with the part counter. */
export interface PhoneDraft {
  readonly element: HTMLElement;
  readonly input: HTMLTextAreaElement;
  readonly mode: () => TypingMode;
  setMode(mode: TypingMode): void;
  /** Writes what a press of a key writes now. */
  type(key: TypingKey): void;
  /** Writes a character as it is. */
  write(character: string): void;
  eraseLast(): void;
  /** Takes the text out, to send it. */
  take(): string;
  /** Puts a text back that could not be sent, unless something new was begun. */
  putBack(text: string): void;
}

/** Builds the draft; `nowMs` tells one press from the next. */
export function phoneDraft(label: string, nowMs: () => number): PhoneDraft {
  const spokenCount = element("span", { class: "spoken", id: "draft-count" });
  const counter = element("span", { class: "counter", "aria-hidden": "true" });
  const modeSign = element("span", { class: "mode" });
  const input = element("textarea", {
    rows: "2",
    dir: "auto",
    placeholder: "Write here",
    "aria-label": label,
    "aria-describedby": spokenCount.id,
  });
  let typing: Typing = startTyping;

  const show = () => {
    const { shown, spoken } = countDraft(input.value);
    counter.textContent = shown;
    spokenCount.textContent = spoken;
    modeSign.textContent = typing.mode;
    input.scrollTop = input.scrollHeight;
  };
  const replaceBefore = (count: number, text: string) => {
    const end = input.selectionEnd;
    const start = Math.max(0, Math.min(input.selectionStart, end - count));
    input.setRangeText(text, start, end, "end");
    show();
  };
  const set = (text: string) => {
    input.value = text;
    typing = { ...typing, last: null };
    show();
  };

  input.addEventListener("input", show);
  set("");
  return {
    element: element(
      "div",
      { class: "draft" },
      input,
      element("p", { class: "lcd-line" }, modeSign, counter, spokenCount),
    ),
    input,
    mode: () => typing.mode,
    setMode(mode) {
      typing = { mode, last: null };
      show();
    },
    type(key) {
      const pressed = press(typing, key, nowMs());
      typing = pressed.typing;
      replaceBefore(pressed.replaces ? 1 : 0, pressed.character);
    },
    write: (character) => replaceBefore(0, character),
    eraseLast: () => replaceBefore(1, ""),
    take() {
      const text = input.value;
      set("");
      return text;
    },
    putBack(text) {
      if (input.value === "") set(text);
    },
  };
}
