import type { Transaction } from "../../prisma/store.ts";
import { cardCode, cardPlace } from "./card-code.ts";

export interface NewCard {
  readonly id: string;
  readonly openingId: string;
  readonly personId: string;
  readonly now: Date;
}

export type MadeCard =
  | { readonly kind: "made" | "again"; readonly cardId: string; readonly code: string }
  /** She has a card of this opening: nothing was changed. */
  | { readonly kind: "already"; readonly cardId: string; readonly code: string };

/**
 * Makes the card of a member who said yes to an opening, one for each; `again` where she had taken hers back. The code is
 * the next of the opening and is never given to anybody else. The caller rings for the round "digests" after the commit.
 */
export async function makeCard(
  tx: Transaction,
  { id, openingId, personId, now }: NewCard,
): Promise<MadeCard> {
  const hers = await tx.card.findUnique({ where: { openingId_personId: { openingId, personId } } });
  if (hers !== null) {
    const card = { cardId: hers.id, code: hers.code };
    // Once decided, it stays so: her changing her mind twice does not ask the employer again.
    if (hers.state !== "withdrawn" || hers.verdict !== null) return { kind: "already", ...card };
    const state = hers.shownAt === null ? "new" : "shown";
    await tx.card.update({ where: { id: hers.id }, data: { state } });
    return { kind: "again", ...card };
  }
  const taken = await tx.card.findMany({ where: { openingId }, select: { code: true } });
  const code = cardCode(1 + Math.max(-1, ...taken.map((card) => cardPlace(card.code))));
  await tx.card.create({ data: { id, openingId, personId, code, state: "new", createdAt: now } });
  return { kind: "made", cardId: id, code };
}
