import type { Transaction } from "../../prisma/store.ts";

/** Cancels what still waits for an address, of one topic or (null) of all. Gives back how many messages. What is on the wire cannot be called back. */
export async function cancelQueued(
  tx: Transaction,
  addressId: string,
  topic: string | null,
): Promise<number> {
  const { count } = await tx.outboundMessage.updateMany({
    where: { addressId, status: { in: ["queued", "held"] }, ...(topic === null ? {} : { topic }) },
    data: { status: "cancelled", reason: "the person stopped it" },
  });
  return count;
}
