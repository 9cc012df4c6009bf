import type { Transaction } from "../../prisma/store.ts";
import { audit } from "../audit/audit.ts";
import { detailOf, type OpeningAct } from "./end-opening.ts";

/** Nobody new hears of an opening for now; those who wait to be told wait on. False where it was not open. */
export async function pauseOpening(tx: Transaction, act: OpeningAct): Promise<boolean> {
  const { openingId, actor, now } = act;
  const { count } = await tx.opening.updateMany({
    where: { id: openingId, state: "open" },
    data: { state: "paused", matchAt: null },
  });
  if (count === 0) return false;
  await audit(tx, {
    actor,
    action: "opening.paused",
    object: `opening:${openingId}`,
    detail: detailOf(act),
    at: now,
  });
  return true;
}

/** A paused opening goes on, and members are looked for at once. False where it was not paused, or has run out. */
export async function resumeOpening(tx: Transaction, act: OpeningAct): Promise<boolean> {
  const { openingId, actor, now } = act;
  const { count } = await tx.opening.updateMany({
    where: { id: openingId, state: "paused", validUntil: { gt: now } },
    data: { state: "open", matchAt: now },
  });
  if (count === 0) return false;
  // Whoever wants it to go on is there: her silence so far must not pause it again.
  await tx.digest.updateMany({ where: { openingId, answeredAt: null }, data: { answeredAt: now } });
  await audit(tx, {
    actor,
    action: "opening.resumed",
    object: `opening:${openingId}`,
    detail: detailOf(act),
    at: now,
  });
  return true;
}
