import { z } from "zod";
import { type EmployerReason, explainToEmployer } from "../../domain/matching/explain.ts";
import { townOf } from "../../domain/town.ts";
import type { Transaction } from "../../prisma/store.ts";
import { blendIn, type ExperienceBand, type WorkShown } from "./crowd.ts";
import { readCrowds } from "./read-crowds.ts";
import { stillWilling } from "./still-willing.ts";

/** The checked credentials of a member: how many, of which kinds, and the highest of the levels 1 to 4 they were confirmed at. */
export interface Ticks {
  readonly count: number;
  readonly kinds: readonly string[];
  readonly level: number;
}

/**
 * A member as an employer sees her before both have said yes. What would tell who she is - name, number, age, nationality,
 * status, where she lives, her own words - has no field here.
 */
export interface CardView {
  readonly code: string;
  /** A key of the labels of the livelihood menu. */
  readonly work: WorkShown;
  readonly experience: ExperienceBand | null;
  /** The languages she writes to us in; none where that would single her out. */
  readonly languages: readonly string[];
  /** She named the place of the job as hers. */
  readonly isSamePlace: boolean;
  /** Nobody asks for it yet. */
  readonly availability: null;
  readonly ticks: Ticks | null;
  readonly reasons: readonly EmployerReason[];
}

/** A card as far as it is needed to show it. */
export interface StoredCard {
  readonly id: string;
  readonly code: string;
  readonly personId: string | null;
}

const mostReasons = 2;

const explanation = z.object({
  fit: z.object({
    skills: z.number(),
    experience: z.number(),
    languages: z.number(),
    credential: z.number(),
    fresh: z.number(),
  }),
});

/**
 * What may be shown of these cards of one opening at this moment, by the id of the card, in their order. Left out are
 * those of members who are gone or said no meanwhile, and those who would be singled out: they are held until more
 * members look like them.
 *
 * @param smallest  how many members must look the same
 */
export async function cardViews(
  tx: Transaction,
  opening: { readonly id: string; readonly place: string },
  cards: readonly StoredCard[],
  { now, smallest }: { readonly now: Date; readonly smallest: number },
): Promise<ReadonlyMap<string, CardView>> {
  const personIds = cards.flatMap(({ personId }) => (personId === null ? [] : [personId]));
  const willing = await stillWilling(tx, personIds);
  const people = await tx.person.findMany({
    where: { id: { in: [...willing.keys()] } },
    select: { id: true, livelihood: true, years: true, language: true, place: true },
  });
  const crowdOf = readCrowds(tx);
  const ticks = await ticksOf(tx, personIds, now);
  const reasons = await reasonsOf(tx, opening.id, personIds);
  const views = new Map<string, CardView>();
  for (const card of cards) {
    const person = people.find(({ id }) => id === card.personId);
    if (person === undefined) continue;
    const crowd = await crowdOf(person.livelihood, willing.get(person.id)?.country ?? null);
    const traits = blendIn(person, crowd, smallest);
    if (traits === null) continue;
    views.set(card.id, {
      code: card.code,
      work: traits.work,
      experience: traits.experience,
      languages: traits.language === null ? [] : [traits.language],
      isSamePlace: person.place !== null && townOf(person.place) === townOf(opening.place),
      availability: null,
      ticks: ticks.get(person.id) ?? null,
      reasons: reasons.get(person.id) ?? [],
    });
  }
  return views;
}

async function ticksOf(
  tx: Transaction,
  personIds: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string | null, Ticks>> {
  const credentials = await tx.credential.findMany({
    where: { personId: { in: [...personIds] }, state: "issued", validUntil: { gt: now } },
    select: { personId: true, kind: true, level: true },
  });
  const byPerson = Map.groupBy(credentials, ({ personId }) => personId);
  return new Map(
    [...byPerson].map(([personId, hers]) => [
      personId,
      {
        count: hers.length,
        kinds: [...new Set(hers.map(({ kind }) => kind))].sort(),
        level: Math.max(...hers.map(({ level }) => level)),
      },
    ]),
  );
}

async function reasonsOf(
  tx: Transaction,
  openingId: string,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, readonly EmployerReason[]>> {
  const alerts = await tx.alert.findMany({
    where: { openingId, personId: { in: [...personIds] } },
    select: { personId: true, explanation: true },
  });
  return new Map(
    alerts.map(({ personId, explanation: stored }) => {
      const parts = explanation.safeParse(JSON.parse(stored));
      return [personId, parts.success ? explainToEmployer(parts.data.fit).reasons.slice(0, mostReasons) : []];
    }),
  );
}
