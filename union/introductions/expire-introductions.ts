import type { Transaction } from "../../prisma/store.ts";
import { type EmployerToTell, employerToTell } from "./employer-to-tell.ts";

/** A question that a member left unanswered. */
export interface LapsedIntroduction {
  readonly introductionId: string;
  readonly personId: string;
  /** False where she was never asked: then there is nothing to tell her. */
  readonly wasAsked: boolean;
  readonly tell: EmployerToTell;
}

/** Ends the introductions that got no answer in time, each once; gives back whom to tell, in the same transaction. */
export async function expireIntroductions(
  tx: Transaction,
  now: Date,
  most = 100,
): Promise<readonly LapsedIntroduction[]> {
  const over = await tx.introduction.findMany({
    where: { state: { in: ["to_ask", "asked"] }, expiresAt: { lte: now } },
    include: { card: { include: { opening: { include: { employer: true } } } } },
    orderBy: { expiresAt: "asc" },
    take: most,
  });
  await tx.introduction.updateMany({
    where: { id: { in: over.map(({ id }) => id) } },
    data: { state: "lapsed", dueAt: null },
  });
  const lapsed: LapsedIntroduction[] = [];
  for (const { id, personId, askedAt, card } of over)
    lapsed.push({
      introductionId: id,
      personId,
      wasAsked: askedAt !== null,
      tell: await employerToTell(tx, id, card, "not-available", now),
    });
  return lapsed;
}
