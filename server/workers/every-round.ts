import { askAttestors } from "../../bot/credentials/ask-attestors.ts";
import { tellDigests } from "../../bot/employers/tell-digests.ts";
import { tellEndings } from "../../bot/employers/tell-endings.ts";
import { sendNotices } from "../../bot/notices/send-notices.ts";
import { askIntroductions } from "../../bot/work/ask-introductions.ts";
import { endWork } from "../../bot/work/end-work.ts";
import { matchOpenings } from "../../bot/work/match-openings.ts";
import { tellAlerts } from "../../bot/work/tell-alerts.ts";
import type { Round } from "../../queues/rounds.ts";
import { expireCredentials } from "../../union/credentials/expire-credentials.ts";
import { signStatusLists } from "../../union/credentials/sign-status-lists.ts";
import { sendLetters } from "../../union/letters/send-letters.ts";
import { letterTransport } from "../letters/letter-transport.ts";
import { writeLetter } from "../letters/write-letter.ts";
import type { Service } from "../service.ts";

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

function sendLettersOf(service: Service): () => Promise<number> {
  const sending = { transport: letterTransport(service.config), write: writeLetter };
  return () => sendLetters(service, sending);
}

/** What each round does. */
export const everyRound = (service: Service): Readonly<Record<Round, () => Promise<number>>> => ({
  matching: matchOpenings(service),
  alerts: tellAlerts(service),
  attestations: () => askAttestors(service),
  digests: () => tellDigests(service),
  introductions: askIntroductions(service),
  notices: () => sendNotices(service),
  letters: sendLettersOf(service),
  expiry: inTurn(
    // Each service ends its own.
    endWork(service),
    () => tellEndings(service),
    async () => totalOf(await expireCredentials(service)),
  ),
  "status-lists": () => signStatusLists(service),
});
