import type { Transaction } from "../../prisma/store.ts";
import { byCreation } from "./digest-content.ts";

/** The cards of one opening that an employer has seen and said nothing about. */
export interface ShownCards {
  readonly openingId: string;
  readonly openingCode: string;
  readonly livelihood: string;
  /** Such as A1, in the order they were made. */
  readonly cards: readonly string[];
}

/**
 * The cards that an employer has seen and not decided, by opening, the one she was written about last first. A bare
 * `YES A1` is clear where only one of them has an A1.
 */
export async function shownCards(tx: Transaction, employerId: string): Promise<readonly ShownCards[]> {
  const openings = await tx.opening.findMany({
    where: {
      employerId,
      state: { in: ["open", "paused"] },
      employer: { state: "verified" },
      cards: { some: { state: "shown" } },
    },
    include: {
      cards: { where: { state: "shown" } },
      digests: { orderBy: { createdAt: "desc" }, take: 1 },
    },
  });
  const lastTold = ({ digests }: (typeof openings)[number]): number => digests[0]?.createdAt.getTime() ?? 0;
  return openings
    .sort((one, other) => lastTold(other) - lastTold(one))
    .map(({ id, code, livelihood, cards }) => ({
      openingId: id,
      openingCode: code,
      livelihood,
      cards: cards.sort(byCreation).map((card) => card.code),
    }));
}
