import { caps, nextAlertAt } from "../../domain/matching/caps.ts";
import { dayMs, hourMs, type Moment, minuteMs } from "../../domain/moment.ts";
import { nextAllowedAt } from "../../domain/quiet-hours.ts";
import type { Transaction } from "../../prisma/store.ts";
import { type AlertAddress, alertAddresses } from "./alert-address.ts";

/** An alert that may be told now, and where. */
export interface DueAlert {
  readonly alertId: string;
  readonly openingId: string;
  readonly personId: string;
  readonly addressId: string;
}

/** Somebody who has just written is in the middle of something. */
const settleMs = 2 * minuteMs;
/** How long until it is looked again whether a caseworker has finished. */
const withPersonMs = hourMs;

/**
 * Takes up the alerts that are due, each person's best first: gives back those that may be told now, and gives the others
 * a later time. To be told and marked (`markTold`) in the same transaction.
 *
 * @param most  alerts looked at
 */
export async function dueAlerts(tx: Transaction, now: Moment, most: number): Promise<readonly DueAlert[]> {
  const due = await tx.alert.findMany({
    where: {
      state: "waiting",
      dueAt: { lte: new Date(now) },
      opening: { state: "open", validUntil: { gt: new Date(now) }, employer: { state: "verified" } },
    },
    orderBy: [{ dueAt: "asc" }, { score: "desc" }, { id: "asc" }],
    take: most,
    select: {
      ...{ id: true, openingId: true, personId: true },
      opening: { select: { places: true } },
    },
  });
  if (due.length === 0) return [];
  const personIds = [...new Set(due.map(({ personId }) => personId))];
  const addresses = await alertAddresses(tx, personIds);
  const told = await toldInWeek(tx, personIds, now);
  const full = await fullOpenings(tx, due);
  const ready: DueAlert[] = [];
  const later = new Map<Moment, string[]>();
  for (const { id, openingId, personId } of due) {
    const address = addresses.get(personId);
    const hers = told.get(personId) ?? [];
    const at = full.has(openingId) ? now + dayMs : allowedAt(address, hers, now);
    if (at > now || address === undefined) {
      later.set(at, [...(later.get(at) ?? []), id]);
      continue;
    }
    ready.push({ alertId: id, openingId, personId, addressId: address.addressId });
    told.set(personId, [...hers, now]);
  }
  for (const [at, ids] of later)
    await tx.alert.updateMany({ where: { id: { in: ids } }, data: { dueAt: new Date(at) } });
  return ready;
}

/** The first moment an alert may be told, as far as it can be known now. */
function allowedAt(address: AlertAddress | undefined, told: readonly Moment[], now: Moment): Moment {
  // She may say START, or write from somewhere else.
  if (address === undefined) return now + dayMs;
  const { isWithPerson, lastInboundAt, country } = address;
  const at = Math.max(
    nextAlertAt(told, now),
    isWithPerson ? now + withPersonMs : now,
    lastInboundAt === null ? now : lastInboundAt + settleMs,
  );
  return nextAllowedAt(new Date(at), country).getTime();
}

async function toldInWeek(
  tx: Transaction,
  personIds: readonly string[],
  now: Moment,
): Promise<Map<string, readonly Moment[]>> {
  const alerts = await tx.alert.findMany({
    where: { personId: { in: [...personIds] }, toldAt: { gt: new Date(now - 7 * dayMs) } },
    select: { personId: true, toldAt: true },
  });
  const told = new Map<string, readonly Moment[]>();
  for (const { personId, toldAt } of alerts)
    if (toldAt !== null) told.set(personId, [...(told.get(personId) ?? []), toldAt.getTime()]);
  return told;
}

interface Waiting {
  readonly openingId: string;
  readonly opening: { readonly places: number };
}

/** The openings to which as many have said yes as there is hope for. */
async function fullOpenings(tx: Transaction, due: readonly Waiting[]): Promise<ReadonlySet<string>> {
  const places = new Map(due.map(({ openingId, opening }) => [openingId, opening.places]));
  const counts = await tx.alert.groupBy({
    by: ["openingId"],
    where: { openingId: { in: [...places.keys()] }, state: "interested" },
    _count: { _all: true },
  });
  const isFull = (openingId: string, interested: number): boolean =>
    interested >= caps.interestedForAPlace * (places.get(openingId) ?? 1);
  return new Set(
    counts
      .filter(({ openingId, _count }) => isFull(openingId, _count._all))
      .map(({ openingId }) => openingId),
  );
}
