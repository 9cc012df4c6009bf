import type { Transaction } from "../../prisma/store.ts";

/** Forgets somebody who took her yes back before she had joined; a member is not touched. Says whether she is gone. */
export async function dropUnjoined(tx: Transaction, personId: string): Promise<boolean> {
  const { count } = await tx.person.deleteMany({ where: { id: personId, joinedAt: null } });
  return count > 0;
}
