import { directionOf } from "../../../domain/language.ts";
import type { SimMessage } from "../sim-message.ts";
import { element } from "./element.ts";
import { linkedText } from "./linked-text.ts";

/** The words of a message in their own language and direction; the browser guesses from the letters when nobody knows. */
export function messageText({ text, language }: Pick<SimMessage, "text" | "language">): HTMLElement {
  const written: Readonly<Record<string, string>> =
    language === null ? { dir: "auto" } : { dir: directionOf(language), lang: language };
  return element("p", { class: "text", ...written }, ...linkedText(text));
}
