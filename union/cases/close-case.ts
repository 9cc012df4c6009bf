import type { Transaction } from "../../prisma/store.ts";

/** Closes the open cases of an address. `by`: a caseworker's id, `member` or `time`. Gives back how many were open. */
export async function closeCases(tx: Transaction, addressId: string, by: string, now: Date): Promise<number> {
  const { count } = await tx.case.updateMany({
    where: { addressId, closedAt: null },
    data: { closedAt: now, closedBy: by },
  });
  return count;
}
