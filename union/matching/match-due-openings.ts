import { caps, nextWave } from "../../domain/matching/caps.ts";
import { type Match, matchOpening } from "../../domain/matching/match-opening.ts";
import type { Moment } from "../../domain/moment.ts";
import type { Transaction } from "../../prisma/store.ts";
import type { Means } from "../means.ts";
import { freeToHear } from "./free-to-hear.ts";
import type { MemberIndex } from "./member-index.ts";
import { oddsOf } from "./odds.ts";
import { type OpeningRow, openingToMatch } from "./opening-to-match.ts";

/** What a round of matching did. */
export interface MatchingDone {
  readonly openings: number;
  readonly alerts: number;
}

/** Openings looked at in one round; the rest are due in the next. */
const mostOpenings = 500;
/** How many more are matched than are told, because some have stopped us or have enough waiting. */
const spare = 3;

type Matching = Pick<Means, "store" | "clock" | "newId" | "secrets" | "doorbell">;

/**
 * Finds members for every opening that is due: the core of the round "matching". Repeats and several workers at once make
 * no second alert. Rings for the round "alerts" when there is somebody to tell.
 *
 * An opening is looked at again a day later as long as too few have said yes: members who joined or were told of
 * something else meanwhile have their turn then.
 */
export async function matchDueOpenings(means: Matching, members: MemberIndex): Promise<MatchingDone> {
  const now = means.clock.now();
  const due = await means.store.read.opening.findMany({
    where: { matchAt: { lte: now }, state: "open", validUntil: { gt: now }, employer: { state: "verified" } },
    orderBy: { matchAt: "asc" },
    take: mostOpenings,
    include: { employer: { select: { state: true, pledgeVersion: true } } },
  });
  if (due.length === 0) return { openings: 0, alerts: 0 };
  let alerts = 0;
  for (const opening of due) alerts += await matchOne(means, members, opening);
  if (alerts > 0) await means.doorbell.announceRound("alerts");
  return { openings: due.length, alerts };
}

interface DueOpening extends OpeningRow {
  readonly places: number;
  readonly wave: number;
  readonly matchAt: Date | null;
}

async function matchOne(means: Matching, members: MemberIndex, opening: DueOpening): Promise<number> {
  const { store, clock, newId } = means;
  const now = clock.now().getTime();
  const { interested } = await oddsOf(store.read, opening.id);
  // That it is due is the end of waiting; how many are enough is the rule's to say.
  const wave = nextWave({ places: opening.places, interested, lastWaveAt: null }, now);
  const atMost = wave.kind === "tell" ? wave.atMost : 0;
  const matches = atMost === 0 ? [] : await findMatches(means, members, opening, atMost * spare);
  const nextAt = new Date(now + caps.waveEveryMs);
  return store.write.once(async (tx) => {
    const chosen = await stillChosen(tx, opening.id, matches, now);
    const told = chosen.slice(0, atMost);
    // The moment it was due at stands for this round: whoever comes second finds another.
    const { count } = await tx.opening.updateMany({
      where: { id: opening.id, matchAt: opening.matchAt, state: "open", employer: { state: "verified" } },
      data: { matchAt: nextAt, ...(told.length === 0 ? {} : { wave: opening.wave + 1 }) },
    });
    if (count === 0 || told.length === 0) return 0;
    await tx.alert.createMany({
      data: told.map(({ id, score, liking, fit }) => ({
        id: newId(),
        openingId: opening.id,
        personId: id,
        state: "waiting",
        wave: opening.wave + 1,
        score,
        explanation: JSON.stringify({ liking, fit }),
        dueAt: new Date(now),
      })),
    });
    return told.length;
  });
}

async function findMatches(
  { store, clock, secrets }: Matching,
  members: MemberIndex,
  opening: DueOpening,
  most: number,
): Promise<readonly Match[]> {
  const now = clock.now().getTime();
  const index = await members.refresh(now);
  const told = await store.read.alert.findMany({
    where: { openingId: opening.id },
    select: { personId: true },
  });
  const matching = matchOpening(
    index,
    openingToMatch(opening, members.areasOf(opening.place, opening.country)),
    {
      now,
      most,
      told: new Set(told.map(({ personId }) => personId)),
      key: secrets.keyFor("matching").toString("base64"),
    },
  );
  return matching.kind === "matched" ? matching.matches : [];
}

/** Those of the matches who are there, may hear of jobs, and have not been chosen by another worker meanwhile. */
async function stillChosen(
  tx: Transaction,
  openingId: string,
  matches: readonly Match[],
  now: Moment,
): Promise<readonly Match[]> {
  const ids = matches.map(({ id }) => id);
  const chosen = await tx.alert.findMany({
    where: { openingId, personId: { in: ids } },
    select: { personId: true },
  });
  const taken = new Set(chosen.map(({ personId }) => personId));
  const free = await freeToHear(tx, ids, now);
  return matches.filter(({ id }) => free.has(id) && !taken.has(id));
}
