import { setTimeout as pause } from "node:timers/promises";
import { secondMs } from "../../domain/moment.ts";

const everyMs = 100;
const patienceMs = 25 * secondMs;

/** Looks again and again until something is there, and gives it. @throws where it does not come */
export async function seen<Found>(what: string, look: () => Promise<Found | null>): Promise<Found> {
  for (let waitedMs = 0; waitedMs < patienceMs; waitedMs += everyMs) {
    const found = await look();
    if (found !== null) return found;
    await pause(everyMs);
  }
  throw new Error(`Waited in vain until ${what}.`);
}
