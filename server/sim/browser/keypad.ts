import { button } from "./button.ts";
import { element } from "./element.ts";
import { lettersOn, type TypingKey, type TypingMode, typingKeys } from "./multi-tap.ts";

/** The twelve keys of a feature phone. */
export interface Keypad {
  readonly element: HTMLElement;
  /** Prints on the keys what they write in a mode. */
  show(mode: TypingMode): void;
  /** Presses a key as a finger would; false when there is no such key. */
  press(key: string): boolean;
}

/** What the keys do; `hold` is a press of more than half a second. */
export interface KeypadUser {
  readonly type: (key: TypingKey) => void;
  readonly hold: (key: TypingKey) => void;
  readonly changeMode: () => void;
}

const holdMs = 550;
const columns = 3;

/**
 * Builds the keypad: one stop of the Tab key, in which the arrows move from key to key as on a grid.
 *
 * A key held down writes its digit, as on the phones it imitates.
 */
export function keypad({ type, hold, changeMode }: KeypadUser): Keypad {
  const face = element("span", { class: "digit" }, "#");
  const modeKey = button(element("span", {}, face, element("small", {}, "mode")), changeMode, {
    "aria-label": "hash, change between letters and digits",
  });
  const keys = new Map<string, HTMLButtonElement>(typingKeys.map((key) => [key, typingKey(key, type, hold)]));
  keys.set("#", modeKey);
  const order = [...keys.values()];
  for (const [at, key] of order.entries()) key.tabIndex = at === 0 ? 0 : -1;
  const pad = element("div", { class: "keys", role: "group", "aria-label": "Keypad", dir: "ltr" }, ...order);

  pad.addEventListener("keydown", (event) => {
    const at = event.target instanceof HTMLButtonElement ? order.indexOf(event.target) : -1;
    const target = order[at + (steps[event.key] ?? 0)];
    if (at < 0 || !(event.key in steps) || !target) return;
    event.preventDefault();
    event.stopPropagation();
    for (const key of order) key.tabIndex = key === target ? 0 : -1;
    target.focus();
  });

  return {
    element: pad,
    show(mode) {
      for (const key of typingKeys) {
        const letters = keys.get(key)?.querySelector("small");
        if (letters) letters.textContent = caption(key, mode);
      }
    },
    press(key) {
      const pressed = keys.get(key);
      pressed?.click();
      pressed?.classList.add("pressed");
      setTimeout(() => pressed?.classList.remove("pressed"), 120);
      return pressed !== undefined;
    },
  };
}

const steps: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  ArrowUp: -columns,
  ArrowDown: columns,
};

function typingKey(key: TypingKey, type: (key: TypingKey) => void, hold: (key: TypingKey) => void) {
  const face = element("span", {}, element("span", { class: "digit" }, key), element("small", {}));
  let timer: number | undefined;
  let held = false;
  const release = () => clearTimeout(timer);
  const made = button(
    face,
    () => {
      if (!held) type(key);
      held = false;
    },
    { "aria-label": key === "*" ? "star" : key },
  );
  made.addEventListener("pointerdown", () => {
    held = false;
    timer = setTimeout(() => {
      held = true;
      hold(key);
    }, holdMs);
  });
  for (const end of ["pointerup", "pointerleave", "pointercancel"]) made.addEventListener(end, release);
  return made;
}

/** What is printed under a digit: its letters, without the digit itself. */
function caption(key: TypingKey, mode: TypingMode): string {
  if (key === "0") return mode === "123" ? "" : "␣";
  if (key === "1" && mode !== "123") return ". , ?";
  return lettersOn(key, mode).replaceAll(key, "");
}
