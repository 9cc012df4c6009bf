import { livelihoodOf, livelihoods } from "../../domain/livelihoods.ts";
import { caps, nextWave } from "../../domain/matching/caps.ts";
import { minorGroup } from "../../domain/matching/kinship.ts";
import { createMatchIndex } from "../../domain/matching/match-index.ts";
import { type Match, matchOpening } from "../../domain/matching/match-opening.ts";
import type { Transaction } from "../../prisma/store.ts";
import type { Means } from "../means.ts";
import { areaOf, candidateOf, personToMatch, unsureAreaOf } from "./candidate-of.ts";
import { freeToHear } from "./free-to-hear.ts";
import { oddsOf } from "./odds.ts";
import { openingToMatch } from "./opening-to-match.ts";

/** Openings looked at for one member. */
const mostOpenings = 200;

/**
 * Matches one member with the openings that are under way, because she has just joined or changed her work, her place or
 * her mind: she takes a free seat of their present wave, the best openings first. Where a wave is full she is looked at
 * with the next. Repeats make no second alert. After more than 0, ring for the round "alerts".
 *
 * @returns how many openings she will be told of
 */
export async function matchMember(
  tx: Transaction,
  personId: string,
  { clock, newId, secrets }: Pick<Means, "clock" | "newId" | "secrets">,
): Promise<number> {
  const now = clock.now();
  const person = await tx.person.findUnique({ where: { id: personId }, select: personToMatch });
  const alerts = await tx.alert.findMany({
    where: { personId },
    select: { openingId: true, state: true, toldAt: true },
  });
  const told = alerts.flatMap(({ toldAt }) => (toldAt === null ? [] : [toldAt.getTime()]));
  const candidate = person === null ? null : candidateOf(person, told, now.getTime());
  if (candidate === null) return 0;
  if (!(await freeToHear(tx, [personId], now.getTime())).has(personId)) return 0;
  const openings = await tx.opening.findMany({
    where: {
      state: "open",
      validUntil: { gt: now },
      // One that was never matched is due by itself.
      wave: { gt: 0 },
      livelihood: { in: livelihoodsLike(person?.livelihood ?? "") },
      employer: { state: "verified" },
      id: { notIn: alerts.map(({ openingId }) => openingId) },
    },
    orderBy: { serial: "desc" },
    take: mostOpenings,
    include: { employer: { select: { state: true, pledgeVersion: true } } },
  });
  const alone = createMatchIndex([candidate]);
  const terms = { now: now.getTime(), most: 1, told: new Set<string>(), key: keyOf(secrets) };
  const found: { readonly match: Match; readonly openingId: string; readonly wave: number }[] = [];
  for (const opening of openings) {
    const matching = matchOpening(
      alone,
      openingToMatch(opening, areasOf(opening, candidate.spot.area)),
      terms,
    );
    const match = matching.kind === "matched" ? matching.matches[0] : undefined;
    if (match !== undefined && (await hasSeat(tx, opening, now)))
      found.push({ match, openingId: opening.id, wave: opening.wave });
  }
  const best = found.toSorted((one, other) => other.match.score - one.match.score);
  const waiting = alerts.filter(({ state }) => state === "waiting").length;
  const chosen = best.slice(0, Math.max(0, caps.alertsInAWeek - waiting));
  if (chosen.length === 0) return 0;
  await tx.alert.createMany({
    data: chosen.map(({ match: { score, liking, fit }, openingId, wave }) => ({
      ...{ id: newId(), openingId, personId, wave, score },
      ...{ state: "waiting", dueAt: now, explanation: JSON.stringify({ liking, fit }) },
    })),
  });
  return chosen.length;
}

const keyOf = (secrets: Means["secrets"]): string => secrets.keyFor("matching").toString("base64");

/** The kinds of work whose openings somebody of this kind may fit. */
function livelihoodsLike(id: string): string[] {
  const hers = livelihoodOf(id);
  if (hers === undefined) return [];
  const group = minorGroup(hers.isco);
  return livelihoods
    .filter(({ isco, related }) => [isco, ...related].some((one) => minorGroup(one) === group))
    .map((livelihood) => livelihood.id);
}

/** Where an opening's country is not known, hers counts as the same place if it has the same name. */
function areasOf(
  { place, country }: { readonly place: string; readonly country: string | null },
  hers: string,
): readonly string[] {
  if (country !== null) return [areaOf(place, country), unsureAreaOf(place)];
  const name = unsureAreaOf(place).split(" ").slice(1).join(" ");
  return hers.split(" ").slice(1).join(" ") === name ? [hers] : [];
}

/** Whether fewer are told in the present wave than may be, and fewer said yes than there is hope for. */
async function hasSeat(
  tx: Transaction,
  { id, places, wave }: { readonly id: string; readonly places: number; readonly wave: number },
  now: Date,
): Promise<boolean> {
  const { interested } = await oddsOf(tx, id);
  const next = nextWave({ places, interested, lastWaveAt: null }, now.getTime());
  const seated = await tx.alert.count({ where: { openingId: id, wave } });
  return next.kind === "tell" && seated < next.atMost;
}
