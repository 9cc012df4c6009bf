import type { Transaction } from "../../prisma/store.ts";

/** How many share the hope for an opening: said to members as it is. */
export interface Odds {
  readonly told: number;
  readonly interested: number;
  readonly places: number;
}

/** The odds of an opening as they are now; all 0 for one there is not. */
export async function oddsOf(tx: Pick<Transaction, "opening" | "alert">, openingId: string): Promise<Odds> {
  const opening = await tx.opening.findUnique({ where: { id: openingId }, select: { places: true } });
  const told = await tx.alert.count({ where: { openingId, toldAt: { not: null } } });
  const interested = await tx.alert.count({ where: { openingId, state: "interested" } });
  return { told, interested, places: opening?.places ?? 0 };
}
