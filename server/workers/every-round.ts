import type { Round } from "../../queues/rounds.ts";
import type { Service } from "../service.ts";

const nothing = async (): Promise<number> => 0;

/** What each round does. */
export const everyRound = (_service: Service): Readonly<Record<Round, () => Promise<number>>> => ({
  matching: nothing,
  alerts: nothing,
  attestations: nothing,
  digests: nothing,
  introductions: nothing,
  notices: nothing,
  letters: nothing,
  expiry: nothing,
  "status-lists": nothing,
});
