import type { Transaction } from "../../prisma/store.ts";
import type { Means } from "../means.ts";
import { pauseOpening } from "../openings/pause-opening.ts";
import type { ChatDigest, DigestTold, PausedOpening } from "./chat-digest.ts";
import { usualCrowd } from "./crowd.ts";
import { makeDigest } from "./make-digest.ts";
import { type Look, type OpeningAtHand, openingAtHand } from "./opening-at-hand.ts";
import { whatIsDue } from "./what-is-due.ts";

type RoundMeans = Pick<Means, "store" | "clock" | "newId" | "secrets" | "publicUrl" | "doorbell">;

/** What a round did. */
export interface DigestsMade {
  readonly digests: readonly ChatDigest[];
  readonly paused: readonly PausedOpening[];
}

/**
 * The round "digests": makes every digest that is due, once, and pauses the openings whose employers do not answer.
 * Each opening has a transaction of its own, in which `told` is called; when it throws, that opening is left as it was and
 * the round goes on, and throws in the end.
 *
 * @param smallest  how many members must look the same on a card, for it to be shown
 */
export async function digestsDue(
  means: RoundMeans,
  told: DigestTold,
  smallest = usualCrowd,
): Promise<DigestsMade> {
  const { store, clock, doorbell } = means;
  const candidates = await store.read.opening.findMany({
    where: {
      state: "open",
      cards: { some: { state: { in: ["new", "shown"] } } },
      employer: { state: "verified", digestEvery: { not: "off" } },
    },
    select: { id: true },
    orderBy: { postedAt: "asc" },
  });
  const made: (ChatDigest | PausedOpening | null)[] = [];
  const faults: unknown[] = [];
  for (const { id } of candidates) {
    const look = { now: clock.now(), smallest };
    try {
      // Most openings need nothing: to find that out, nobody has to wait for her turn to write.
      if ((await dueAt(store.read, id, look)) === null) continue;
      made.push(await store.write.once((tx) => doWhatIsDue(tx, means, told, id, look)));
    } catch (fault) {
      faults.push(fault);
    }
  }
  const digests = made.flatMap((one) => (one !== null && "digestId" in one ? [one] : []));
  const paused = made.flatMap((one) => (one !== null && "personIds" in one ? [one] : []));
  if (digests.length > 0) await doorbell.announceRound("letters");
  if (faults.length > 0) throw new AggregateError(faults, `making digests: ${faults.length} openings failed`);
  return { digests, paused };
}

/**
 * The next cards of an employer's openings, at once and whatever the hour, because she asked for MORE; null where she has
 * seen them all. The caller rings for the round "letters" after the commit.
 */
export async function moreCards(
  tx: Transaction,
  means: Pick<Means, "newId" | "secrets" | "publicUrl">,
  { employerId, now, smallest = usualCrowd }: { employerId: string; now: Date; smallest?: number },
): Promise<ChatDigest | null> {
  // Whoever asks for more is there, and need not be reminded.
  await tx.digest.updateMany({ where: { employerId, answeredAt: null }, data: { answeredAt: now } });
  const openings = await tx.opening.findMany({
    where: { employerId, state: "open", cards: { some: { state: "new" } } },
    select: { id: true },
    orderBy: { postedAt: "asc" },
  });
  for (const { id } of openings) {
    const opening = await openingAtHand(tx, id, { now, smallest });
    const digest = opening === null ? null : await makeDigest(tx, means, opening, "cards", now);
    if (digest !== null) return digest;
  }
  return null;
}

async function dueAt(tx: Transaction, openingId: string, look: Look) {
  const opening = await openingAtHand(tx, openingId, look);
  const due = opening === null ? null : whatIsDue(opening.situation, look.now);
  return opening === null || due === null ? null : { opening, due };
}

async function doWhatIsDue(
  tx: Transaction,
  means: RoundMeans,
  told: DigestTold,
  openingId: string,
  look: Look,
): Promise<ChatDigest | PausedOpening | null> {
  const found = await dueAt(tx, openingId, look);
  if (found === null) return null;
  const { opening, due } = found;
  if (due === "pause") {
    const paused = await pauseForSilence(tx, opening, look.now);
    if (paused !== null) await told.paused(tx, paused);
    return paused;
  }
  const digest = await makeDigest(tx, means, opening, due, look.now);
  if (digest !== null) await told.digest(tx, digest);
  return digest;
}

async function pauseForSilence(
  tx: Transaction,
  { id, code, livelihood, employerId, addressId, fresh, undecided }: OpeningAtHand,
  now: Date,
): Promise<PausedOpening | null> {
  if (!(await pauseOpening(tx, { openingId: id, actor: "system", now }))) return null;
  const personIds = [...undecided, ...fresh].flatMap(({ personId }) => (personId === null ? [] : [personId]));
  return { openingId: id, openingCode: code, livelihood, employerId, addressId, personIds };
}
