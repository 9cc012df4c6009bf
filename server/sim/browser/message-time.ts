import { element } from "./element.ts";

/** When a message was written, by this machine's clock: hours and minutes. */
export const messageTime = (at: string): HTMLElement =>
  element(
    "time",
    { datetime: at, dir: "ltr" },
    new Date(at).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" }),
  );
