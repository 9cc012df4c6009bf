import type { Transaction } from "../../prisma/store.ts";
import { type AuditActor, audit } from "../audit/audit.ts";
import { liveOpening, type OpeningEnd } from "./opening-states.ts";

/** Openings to end, and how. */
export interface Endings {
  readonly openingIds: readonly string[];
  readonly as: OpeningEnd;
  readonly now: Date;
}

/**
 * Ends openings that are not over yet: who waits to be told is not told any more, who did not answer need not. Those who
 * said yes are to hear of it: `takeNews` gives them in the round "expiry". Gives back how many were ended.
 */
export async function endOpenings(tx: Transaction, { openingIds, as, now }: Endings): Promise<number> {
  const live = await tx.opening.findMany({
    where: { id: { in: [...openingIds] }, ...liveOpening },
    select: { id: true },
  });
  const ids = live.map(({ id }) => id);
  const ofThese = { openingId: { in: ids } };
  await tx.opening.updateMany({
    where: { id: { in: ids } },
    data: { state: as, closedAt: now, matchAt: null },
  });
  await tx.opening.updateMany({
    where: { id: { in: ids }, alerts: { some: { state: "interested" } } },
    data: { newsAt: now },
  });
  await tx.alert.updateMany({ where: { ...ofThese, state: "waiting" }, data: { state: "withdrawn" } });
  await tx.alert.updateMany({ where: { ...ofThese, state: "told" }, data: { state: "lapsed" } });
  return ids.length;
}

/** Which opening is meant, and who says so. */
export interface OpeningAct {
  readonly openingId: string;
  readonly actor: AuditActor;
  readonly now: Date;
  /** A key, not words, where somebody of staff does it: it stands in the audit log. */
  readonly reason?: string;
}

/** What the audit log says of an act beside who and when. */
export const detailOf = ({ reason }: OpeningAct): Readonly<Record<string, string>> =>
  reason === undefined ? {} : { reason };

export type Ended =
  /** Ring for the round "expiry", so that those who said yes hear of it. */
  | { readonly kind: "ended"; readonly openingId: string }
  /** It was over before: nothing was changed. */
  | { readonly kind: "already"; readonly state: string }
  | { readonly kind: "unknown" };

/** The employer takes an opening back. */
export const closeOpening = (tx: Transaction, act: OpeningAct): Promise<Ended> => end(tx, act, "closed");

/** Somebody was found for an opening. */
export const fillOpening = (tx: Transaction, act: OpeningAct): Promise<Ended> => end(tx, act, "filled");

async function end(tx: Transaction, act: OpeningAct, as: OpeningEnd): Promise<Ended> {
  const { openingId, actor, now } = act;
  const opening = await tx.opening.findUnique({ where: { id: openingId }, select: { state: true } });
  if (opening === null) return { kind: "unknown" };
  if ((await endOpenings(tx, { openingIds: [openingId], as, now })) === 0)
    return { kind: "already", state: opening.state };
  const detail = detailOf(act);
  await audit(tx, { actor, action: `opening.${as}`, object: `opening:${openingId}`, detail, at: now });
  return { kind: "ended", openingId };
}
