import type { Transaction } from "../../prisma/store.ts";
import { audit } from "../audit/audit.ts";
import { type EmployerToTell, employerToTell } from "./employer-to-tell.ts";

export interface Withdrawal {
  readonly openingId: string;
  readonly personId: string;
  readonly now: Date;
}

export type Withdrawn =
  /** Nobody was told of her, or only as a card: the card is gone, and that is all. */
  | { readonly kind: "withdrawn" }
  /** The employer wanted her and is told that she is not available any more. */
  | { readonly kind: "wanted"; readonly tell: EmployerToTell }
  /** The employer has her name and number, and is asked to delete them. */
  | { readonly kind: "shared"; readonly tell: EmployerToTell }
  /** She has no card of this opening, or took it back before. */
  | { readonly kind: "nothing" };

/**
 * A member takes her yes to an opening back, whenever she likes: her card is shown no more, from this moment, and an
 * introduction under way ends.
 */
export async function withdrawFrom(
  tx: Transaction,
  { openingId, personId, now }: Withdrawal,
): Promise<Withdrawn> {
  const card = await tx.card.findUnique({
    where: { openingId_personId: { openingId, personId } },
    include: { introduction: true, opening: { include: { employer: true } } },
  });
  if (card === null || card.state === "withdrawn") return { kind: "nothing" };
  await tx.card.update({ where: { id: card.id }, data: { state: "withdrawn" } });
  await audit(tx, {
    actor: `person:${personId}`,
    action: "card.withdrawn",
    object: `card:${card.id}`,
    detail: { opening: openingId, introduction: card.introduction?.state ?? null },
    at: now,
  });
  const { introduction } = card;
  if (introduction === null || !["to_ask", "asked", "agreed"].includes(introduction.state))
    return { kind: "withdrawn" };
  await tx.introduction.update({
    where: { id: introduction.id },
    data: { state: "withdrawn", dueAt: null, answeredAt: now },
  });
  const tell = await employerToTell(tx, introduction.id, card, "not-available", now);
  return { kind: introduction.state === "agreed" ? "shared" : "wanted", tell };
}
