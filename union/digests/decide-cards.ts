import type { Means } from "../means.ts";
import { type EmployerDecisions, type Noted, noteDecisions } from "./note-decisions.ts";

/** Keeps what an employer decided, in a transaction of its own, and rings for the members to be asked. */
export async function decideCards(
  { store, newId, doorbell }: Pick<Means, "store" | "newId" | "doorbell">,
  decisions: EmployerDecisions,
): Promise<readonly Noted[]> {
  const noted = await store.write.once((tx) => noteDecisions(tx, newId, decisions));
  if (noted.some((one) => one.kind === "noted" && one.verdict === "yes"))
    await doorbell.announceRound("introductions");
  return noted;
}
