import type { Moment } from "../../domain/moment.ts";
import type { Transaction } from "../../prisma/store.ts";

/** A member who said yes to an opening that is over, and is to hear of it. */
export interface News {
  readonly alertId: string;
  readonly openingId: string;
  readonly personId: string;
  readonly code: string;
  readonly livelihood: string;
  readonly place: string;
  /** filled | closed | expired */
  readonly state: string;
  /** What became of her card; null where the employer never got one. */
  readonly card: string | null;
}

/**
 * Takes up the openings that are over and whose hopeful members have not heard: each is given out once, so the texts are
 * to be queued in the same transaction.
 *
 * @param most  openings taken up
 */
export async function takeNews(tx: Transaction, now: Moment, most: number): Promise<readonly News[]> {
  const over = await tx.opening.findMany({
    where: { newsAt: { lte: new Date(now) } },
    orderBy: { newsAt: "asc" },
    take: most,
    include: {
      alerts: { where: { state: "interested" }, orderBy: { answeredAt: "asc" } },
      cards: { select: { personId: true, state: true } },
    },
  });
  await tx.opening.updateMany({
    where: { id: { in: over.map(({ id }) => id) } },
    data: { newsAt: null },
  });
  return over.flatMap(({ id: openingId, code, livelihood, place, state, alerts, cards }) =>
    alerts.map(({ id: alertId, personId }) => {
      const card = cards.find((one) => one.personId === personId)?.state ?? null;
      return { alertId, openingId, personId, code, livelihood, place, state, card };
    }),
  );
}
