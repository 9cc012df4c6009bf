import type { Transaction } from "../../prisma/store.ts";

/** Of these messages, by their keys, those that are in the outbox, held ones too. */
export async function queuedKeys(
  tx: Pick<Transaction, "outboundMessage">,
  keys: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await tx.outboundMessage.findMany({
    where: { key: { in: [...keys] } },
    select: { key: true },
  });
  return new Set(rows.map(({ key }) => key));
}
