import { element } from "./element.ts";

/** A button that does one thing; `attributes` may give it a class or a fuller name for screen readers. */
export function button(
  label: Node | string,
  press: () => void,
  attributes: Readonly<Record<string, string>> = {},
): HTMLButtonElement {
  const made = element("button", { type: "button", ...attributes }, label);
  made.addEventListener("click", press);
  return made;
}
