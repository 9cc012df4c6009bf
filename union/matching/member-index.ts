import { createMatchIndex, type MatchIndex } from "../../domain/matching/match-index.ts";
import { dayMs, type Moment, minuteMs } from "../../domain/moment.ts";
import type { Store } from "../../prisma/store.ts";
import { areaOf, candidateOf, type PersonToMatch, personToMatch, unsureAreaOf } from "./candidate-of.ts";

/** All who may be matched, held in memory so that an opening never reads the whole database. One a process. */
export interface MemberIndex {
  /** Takes over what has changed since the last time, and everybody at the first. */
  readonly refresh: (now: Moment) => Promise<MatchIndex>;
  /** The areas that the members of a place are held under; every country's where the country is not known. */
  readonly areasOf: (place: string, country: string | null) => readonly string[];
}

/** Rows read at once. */
const page = 2_000;
/** A turn writes its own time, and others may be on disk before it: changes are looked for again from so far back. */
const overlapMs = 5 * minuteMs;
/** Alerts older than this play no part in whose turn it is. */
const toldMs = 30 * dayMs;

/** Makes the index, empty until it is first refreshed. */
export function memberIndex({ read }: Pick<Store, "read">): MemberIndex {
  const index = createMatchIndex();
  /** The areas there are of each place, whatever the country. */
  const areas = new Map<string, Set<string>>();
  let seenUntil: Moment | null = null;
  let refreshing: Promise<unknown> = Promise.resolve();

  const keep = async (people: readonly PersonToMatch[], now: Moment): Promise<void> => {
    const told = await toldTo(
      people.map(({ id }) => id),
      now,
    );
    for (const person of people) {
      const candidate = candidateOf(person, told.get(person.id) ?? [], now);
      if (candidate === null) {
        index.remove(person.id);
        continue;
      }
      index.put(candidate);
      const place = unsureAreaOf(person.place ?? "");
      const known = areas.get(place) ?? new Set();
      areas.set(place, known.add(candidate.spot.area));
    }
  };

  const toldTo = async (ids: readonly string[], now: Moment): Promise<ReadonlyMap<string, Moment[]>> => {
    const alerts = await read.alert.findMany({
      where: { personId: { in: [...ids] }, toldAt: { gt: new Date(now - toldMs) } },
      select: { personId: true, toldAt: true },
    });
    const told = new Map<string, Moment[]>();
    for (const { personId, toldAt } of alerts)
      if (toldAt !== null) told.set(personId, [...(told.get(personId) ?? []), toldAt.getTime()]);
    return told;
  };

  const readAll = async (now: Moment): Promise<void> => {
    for (let after = ""; ; ) {
      const people = await read.person.findMany({
        where: { id: { gt: after }, joinedAt: { not: null }, jobAlerts: true, livelihood: { not: null } },
        orderBy: { id: "asc" },
        take: page,
        select: personToMatch,
      });
      await keep(people, now);
      const last = people.at(-1);
      if (last === undefined || people.length < page) return;
      after = last.id;
    }
  };

  const readChanged = async (since: Date, now: Moment): Promise<void> => {
    const changed = await read.person.findMany({ where: { changedAt: { gt: since } }, select: { id: true } });
    const told = await read.alert.findMany({
      where: { toldAt: { gt: since } },
      select: { personId: true },
      distinct: ["personId"],
    });
    const ids = [...new Set([...changed.map(({ id }) => id), ...told.map(({ personId }) => personId)])];
    for (let at = 0; at < ids.length; at += page) {
      const some = ids.slice(at, at + page);
      const people = await read.person.findMany({ where: { id: { in: some } }, select: personToMatch });
      await keep(people, now);
      const there = new Set(people.map(({ id }) => id));
      for (const id of some) if (!there.has(id)) index.remove(id);
    }
  };

  const refreshNow = async (now: Moment): Promise<void> => {
    if (seenUntil === null) await readAll(now);
    else await readChanged(new Date(seenUntil - overlapMs), now);
    seenUntil = now;
  };

  return {
    refresh: async (now) => {
      // One after the other; one that failed keeps nobody from the next.
      const mine = refreshing.then(() => refreshNow(now));
      refreshing = mine.catch(() => undefined);
      await mine;
      return index;
    },
    areasOf: (place, country) =>
      country === null
        ? [...(areas.get(unsureAreaOf(place)) ?? [])]
        : [areaOf(place, country), unsureAreaOf(place)],
  };
}
