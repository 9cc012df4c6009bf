import type { Transaction } from "../../prisma/store.ts";

const mostAtOnce = 100;

/**
 * Removes the addresses whose time to be forgotten has come, with every message to and from them. Gives back how many.
 * Whoever has written meanwhile is heard first: her turn decides whether she is still to be forgotten.
 */
export async function forgetAddresses(tx: Transaction, now: Date): Promise<number> {
  const lanes = await tx.lane.findMany({
    where: { forgetAt: { lte: now } },
    select: { addressId: true },
    take: mostAtOnce,
  });
  const marked = lanes.map((lane) => lane.addressId);
  const unheard = await tx.inboundMessage.findMany({
    where: { addressId: { in: marked }, state: "new" },
    select: { addressId: true },
    distinct: ["addressId"],
  });
  const waiting = new Set(unheard.map((message) => message.addressId));
  const silent = marked.filter((id) => !waiting.has(id));
  if (silent.length === 0) return 0;
  const addressId = { in: silent };
  await tx.sendAttempt.deleteMany({
    where: {
      messageId: {
        in: (await tx.outboundMessage.findMany({ where: { addressId }, select: { id: true } })).map(
          ({ id }) => id,
        ),
      },
    },
  });
  await tx.outboundMessage.deleteMany({ where: { addressId } });
  await tx.inboundMessage.deleteMany({ where: { addressId } });
  await tx.session.deleteMany({ where: { addressId } });
  await tx.timer.deleteMany({ where: { addressId } });
  await tx.case.deleteMany({ where: { addressId } });
  await tx.address.deleteMany({ where: { id: addressId } });
  return silent.length;
}
