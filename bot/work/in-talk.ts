import { type Moment, minuteMs } from "../../domain/moment.ts";
import type { Transaction } from "../../prisma/store.ts";

/** How long a question counts as the one she is about to answer. */
export const answeringMs = 10 * minuteMs;

/**
 * Of these addresses, those where somebody may be about to answer a question: asked, or heard of, within ten minutes.
 * Another question now would get the answer to that one.
 */
export async function inTalk(
  tx: Pick<Transaction, "session" | "lane">,
  addressIds: readonly string[],
  now: Moment,
): Promise<ReadonlySet<string>> {
  const since = new Date(now - answeringMs);
  const these = { addressId: { in: [...addressIds] } };
  const asked = await tx.session.findMany({ where: these, select: { addressId: true, openedAt: true } });
  const heard = await tx.lane.findMany({
    where: { ...these, lastInboundAt: { gt: since } },
    select: { addressId: true },
  });
  const recent = new Set(heard.map(({ addressId }) => addressId));
  const busy = asked.filter(({ addressId, openedAt }) => openedAt > since || recent.has(addressId));
  return new Set(busy.map(({ addressId }) => addressId));
}
