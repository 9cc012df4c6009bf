import type { Transaction } from "../../prisma/store.ts";
import { audit } from "../audit/audit.ts";
import { liveOpening, type OpeningEnd } from "./opening-states.ts";

/** A member who said yes to an opening that has ended, and is to be told so. */
export interface ToTell {
  readonly openingId: string;
  readonly alertId: string;
  readonly personId: string;
}

/** Ends openings that are not over yet: nobody else is told, who did not answer need not. Gives back whose hopes have ended. */
export async function endOpenings(
  tx: Transaction,
  {
    openingIds,
    as,
    now,
  }: { readonly openingIds: readonly string[]; readonly as: OpeningEnd; readonly now: Date },
): Promise<readonly ToTell[]> {
  const ids = [...openingIds];
  await tx.opening.updateMany({
    where: { id: { in: ids }, ...liveOpening },
    data: { state: as, closedAt: now, matchAt: null },
  });
  await tx.alert.updateMany({
    where: { openingId: { in: ids }, state: "waiting" },
    data: { state: "withdrawn" },
  });
  await tx.alert.updateMany({ where: { openingId: { in: ids }, state: "told" }, data: { state: "lapsed" } });
  const hopeful = await tx.alert.findMany({
    where: { openingId: { in: ids }, state: "interested" },
    select: { id: true, openingId: true, personId: true },
    orderBy: { answeredAt: "asc" },
  });
  return hopeful.map(({ id, openingId, personId }) => ({ alertId: id, openingId, personId }));
}

/** Which opening is to end, and who says so. */
export interface Ending {
  readonly openingId: string;
  readonly actor: string;
  readonly now: Date;
}

export type Ended =
  | { readonly kind: "ended"; readonly toTell: readonly ToTell[] }
  /** It was over before: nothing was changed. */
  | { readonly kind: "already"; readonly state: string }
  | { readonly kind: "unknown" };

/** The employer takes an opening back. */
export const closeOpening = (tx: Transaction, ending: Ending): Promise<Ended> => end(tx, ending, "closed");

/** Somebody was found for an opening. */
export const fillOpening = (tx: Transaction, ending: Ending): Promise<Ended> => end(tx, ending, "filled");

async function end(tx: Transaction, { openingId, actor, now }: Ending, as: OpeningEnd): Promise<Ended> {
  const opening = await tx.opening.findUnique({ where: { id: openingId }, select: { state: true } });
  if (opening === null) return { kind: "unknown" };
  if (!liveOpening.state.in.includes(opening.state)) return { kind: "already", state: opening.state };
  const toTell = await endOpenings(tx, { openingIds: [openingId], as, now });
  await audit(tx, { actor, action: `opening.${as}`, object: `opening:${openingId}`, detail: {}, at: now });
  return { kind: "ended", toTell };
}
