import { button } from "./button.ts";
import type { Send } from "./handset.ts";

/** What everybody can begin with, whatever her language. */
const greeting = "hi";

/** The one thing to press on a handset that has not talked yet. */
export const sayHi = (send: Send): HTMLButtonElement =>
  button(`Send “${greeting}”`, () => void send({ kind: "text", text: greeting }), { class: "say-hi" });
