import type { SimMessage } from "../sim-message.ts";

/** How far a message got, in a word that needs no colour; empty when it simply arrived. */
export function statusNote({ direction, status }: Pick<SimMessage, "direction" | "status">): string {
  if (status === "sending") return "sending";
  return direction === "in" || arrived.has(status) ? "" : status;
}

const arrived: ReadonlySet<string> = new Set(["sent", "delivered", "read"]);
