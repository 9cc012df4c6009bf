import type { Transaction } from "../../prisma/store.ts";
import { liveOpening } from "./opening-states.ts";

/** An employer's openings, the youngest first, each with how many were told, said yes and may still be told; at most 50. */
export async function openingsOf(
  tx: Pick<Transaction, "opening" | "alert">,
  employerId: string,
  which: "live" | "all" = "all",
) {
  const openings = await tx.opening.findMany({
    where: { employerId, ...(which === "live" ? liveOpening : {}) },
    orderBy: { serial: "desc" },
    take: 50,
  });
  return withCounts(tx, openings);
}

/** Openings, each with how many were told of it, and how many of them said yes. */
export async function withCounts<Row extends { readonly id: string }>(
  tx: Pick<Transaction, "alert">,
  openings: readonly Row[],
) {
  const counts = await tx.alert.groupBy({
    by: ["openingId", "state"],
    where: { openingId: { in: openings.map(({ id }) => id) } },
    _count: { _all: true, toldAt: true },
  });
  return openings.map((opening) => {
    const hers = counts.filter(({ openingId }) => openingId === opening.id);
    const told = hers.reduce((sum, { _count }) => sum + _count.toldAt, 0);
    const interested = hers.find(({ state }) => state === "interested")?._count._all ?? 0;
    return { ...opening, told, interested };
  });
}

/**
 * The opening a code means: the one that is not over, else the last that had it; null for a code that was never given, and
 * for somebody else's where an employer is named.
 */
export async function openingByCode(tx: Pick<Transaction, "opening">, code: string, employerId?: string) {
  const where = { code, ...(employerId === undefined ? {} : { employerId }) };
  const live = await tx.opening.findFirst({ where: { ...where, ...liveOpening } });
  return live ?? (await tx.opening.findFirst({ where, orderBy: { serial: "desc" } }));
}
