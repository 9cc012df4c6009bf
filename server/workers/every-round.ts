import { askAttestors } from "../../bot/credentials/ask-attestors.ts";
import { sendNotices } from "../../bot/notices/send-notices.ts";
import type { Round } from "../../queues/rounds.ts";
import { expireCredentials } from "../../union/credentials/expire-credentials.ts";
import { signStatusLists } from "../../union/credentials/sign-status-lists.ts";
import type { Service } from "../service.ts";

const nothing = async (): Promise<number> => 0;

/** Several things in one round, one after the other. */
const inTurn =
  (...things: readonly (() => Promise<number>)[]) =>
  async (): Promise<number> => {
    let done = 0;
    for (const thing of things) done += await thing();
    return done;
  };

const totalOf = (counts: object): number =>
  Object.values(counts).reduce((sum: number, count: unknown) => sum + Number(count), 0);

/** What each round does. */
export const everyRound = (service: Service): Readonly<Record<Round, () => Promise<number>>> => ({
  matching: nothing,
  alerts: nothing,
  attestations: () => askAttestors(service),
  digests: nothing,
  introductions: nothing,
  notices: () => sendNotices(service),
  letters: nothing,
  expiry: inTurn(
    // Each service ends its own.
    async () => totalOf(await expireCredentials(service)),
  ),
  "status-lists": () => signStatusLists(service),
});
