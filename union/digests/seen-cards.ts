import type { Transaction } from "../../prisma/store.ts";
import { byCreation } from "./digest-content.ts";

/** The cards of one opening that an employer has seen. */
export interface SeenCards {
  readonly openingId: string;
  readonly openingCode: string;
  /** Those she has said nothing about, in the order they were made. */
  readonly waiting: readonly string[];
  /** All of them: those she decided about, and those who are not to be had any more. */
  readonly seen: readonly string[];
}

/** The cards that an employer was ever shown of the openings that are not over, by opening, the youngest opening first. */
export async function seenCards(tx: Transaction, employerId: string): Promise<readonly SeenCards[]> {
  const shown = { shownAt: { not: null } };
  const openings = await tx.opening.findMany({
    where: { employerId, state: { in: ["open", "paused"] }, cards: { some: shown } },
    select: { id: true, code: true, cards: { where: shown } },
    orderBy: { serial: "desc" },
  });
  return openings.map(({ id, code, cards }) => {
    const inOrder = cards.sort(byCreation);
    return {
      openingId: id,
      openingCode: code,
      waiting: inOrder.filter(({ state }) => state === "shown").map((card) => card.code),
      seen: inOrder.map((card) => card.code),
    };
  });
}
