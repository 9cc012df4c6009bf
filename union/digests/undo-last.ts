import { dayMs } from "../../domain/moment.ts";
import type { Transaction } from "../../prisma/store.ts";
import { type Undone, undoDecision } from "./undo-decision.ts";

/** Takes back what an employer decided last, with one reply or one page; none where she decided nothing since yesterday. */
export async function undoLast(tx: Transaction, employerId: string, now: Date): Promise<readonly Undone[]> {
  const mine = { opening: { employerId }, decidedAt: { gte: new Date(now.getTime() - dayMs) } };
  const last = await tx.card.findFirst({
    where: mine,
    orderBy: { decidedAt: "desc" },
    select: { decidedAt: true },
  });
  if (last === null) return [];
  const together = await tx.card.findMany({
    where: { opening: { employerId }, decidedAt: last.decidedAt },
    select: { openingId: true, code: true },
    orderBy: { code: "asc" },
  });
  const undone: Undone[] = [];
  for (const { openingId, code: card } of together)
    undone.push(await undoDecision(tx, { employerId, openingId, card, now }));
  return undone;
}
