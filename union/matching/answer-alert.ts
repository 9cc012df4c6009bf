import type { Transaction } from "../../prisma/store.ts";

/** What a member says to an opening. */
export type AlertAnswer = "interested" | "declined";

/** Notes that a member was told of an opening. False where she was told before or the alert was taken back. */
export async function markTold(tx: Transaction, alertId: string, now: Date): Promise<boolean> {
  const { count } = await tx.alert.updateMany({
    where: { id: alertId, state: "waiting" },
    data: { state: "told", toldAt: now },
  });
  return count > 0;
}

/** Lets alerts wait until a moment: those that could not be told count as not told. */
export async function tellLater(tx: Transaction, alertIds: readonly string[], at: Date): Promise<void> {
  await tx.alert.updateMany({
    where: { id: { in: [...alertIds] }, state: { in: ["waiting", "told"] } },
    data: { state: "waiting", toldAt: null, dueAt: at },
  });
}

export type AlertAnswered =
  | {
      readonly kind: "answered";
      readonly openingId: string;
      readonly personId: string;
      /** What she had said before; null for her first answer. */
      readonly before: AlertAnswer | null;
    }
  /** She said the same before: nothing was changed. */
  | { readonly kind: "again"; readonly openingId: string }
  /** The opening is over or is not offered now: nothing was changed, and she is told so. */
  | { readonly kind: "closed"; readonly openingId: string; readonly state: string }
  /** There is no such alert, or she has not been told of it. */
  | { readonly kind: "unknown" };

const isAnswer = (state: string): state is AlertAnswer => state === "interested" || state === "declined";

/** Keeps a member's answer to an opening. She may change her mind as long as it is open. */
export async function answerAlert(
  tx: Transaction,
  alertId: string,
  said: AlertAnswer,
  now: Date,
): Promise<AlertAnswered> {
  const alert = await tx.alert.findUnique({
    where: { id: alertId },
    include: {
      opening: { select: { state: true, validUntil: true, employer: { select: { state: true } } } },
    },
  });
  if (alert === null || alert.toldAt === null) return { kind: "unknown" };
  const { openingId, personId, state, opening } = alert;
  if (state === said) return { kind: "again", openingId };
  const isOver = opening.state !== "open" || opening.validUntil <= now;
  if (isOver && said === "interested")
    return { kind: "closed", openingId, state: opening.state === "open" ? "expired" : opening.state };
  if (opening.employer.state !== "verified" && said === "interested")
    return { kind: "closed", openingId, state: "paused" };
  if (state === "lapsed" || state === "withdrawn") return { kind: "closed", openingId, state: opening.state };
  await tx.alert.update({ where: { id: alertId }, data: { state: said, answeredAt: now } });
  return { kind: "answered", openingId, personId, before: isAnswer(state) ? state : null };
}
