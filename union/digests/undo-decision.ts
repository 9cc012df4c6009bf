import { minuteMs } from "../../domain/moment.ts";
import type { Transaction } from "../../prisma/store.ts";
import { audit } from "../audit/audit.ts";

/** How long a decision can be taken back. */
const undoMs = 10 * minuteMs;

export type Undone =
  | { readonly kind: "undone"; readonly card: string }
  /** It was said more than ten minutes ago. */
  | { readonly kind: "too_late"; readonly card: string }
  /** The candidate has been asked already. */
  | { readonly kind: "asked"; readonly card: string }
  | { readonly kind: "unknown"; readonly card: string };

/** Takes back what an employer decided about a card, within ten minutes and as long as nobody was asked because of it. */
export async function undoDecision(
  tx: Transaction,
  undo: {
    readonly employerId: string;
    readonly openingId: string;
    readonly card: string;
    readonly now: Date;
  },
): Promise<Undone> {
  const { employerId, openingId, card: code, now } = undo;
  const card = await tx.card.findFirst({
    where: { openingId, code, opening: { employerId, employer: { state: "verified" } } },
    include: { introduction: { select: { state: true } } },
  });
  if (card === null || card.decidedAt === null || card.state === "withdrawn")
    return { kind: "unknown", card: code };
  if (card.introduction !== null && card.introduction.state !== "to_ask")
    return { kind: "asked", card: code };
  if (now.getTime() - card.decidedAt.getTime() > undoMs) return { kind: "too_late", card: code };
  await tx.introduction.deleteMany({ where: { cardId: card.id, state: "to_ask" } });
  await tx.card.update({
    where: { id: card.id },
    data: { state: "shown", verdict: null, reason: null, decidedAt: null, decidedHow: null },
  });
  await audit(tx, {
    actor: `employer:${employerId}`,
    action: "card.undone",
    object: `card:${card.id}`,
    detail: { verdict: card.verdict },
    at: now,
  });
  return { kind: "undone", card: code };
}
