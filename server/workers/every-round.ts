import { sendNotices } from "../../bot/notices/send-notices.ts";
import type { Round } from "../../queues/rounds.ts";
import type { Service } from "../service.ts";

const nothing = async (): Promise<number> => 0;

/** What each round does. */
export const everyRound = (service: Service): Readonly<Record<Round, () => Promise<number>>> => ({
  matching: nothing,
  alerts: nothing,
  attestations: nothing,
  digests: nothing,
  introductions: nothing,
  notices: () => sendNotices(service),
  letters: nothing,
  expiry: nothing,
  "status-lists": nothing,
});
