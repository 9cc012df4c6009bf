import type { CardDecision } from "../../domain/digest-reply.ts";
import { hourMs } from "../../domain/moment.ts";
import type { Transaction } from "../../prisma/store.ts";
import { audit } from "../audit/audit.ts";
import type { Means } from "../means.ts";
import { isLive } from "./digest-content.ts";

/** How an employer told us. */
export type DecidedHow = "text" | "page" | "api";

export interface EmployerDecisions {
  readonly employerId: string;
  readonly openingId: string;
  readonly decisions: readonly CardDecision[];
  readonly how: DecidedHow;
  readonly now: Date;
}

/** What became of one decision. */
export type Noted =
  | { readonly card: string; readonly kind: "noted"; readonly verdict: "yes" | "no" }
  /** She decided before, and that stands; `verdict` is what she said then. */
  | { readonly card: string; readonly kind: "already"; readonly verdict: "yes" | "no"; readonly on: Date }
  /** She was shown no such card. */
  | { readonly card: string; readonly kind: "unknown" }
  /** The opening is not hers, or she may not hire through us. */
  | { readonly card: string; readonly kind: "not_yours" }
  /** The candidate is not available any more, or the opening has ended. */
  | { readonly card: string; readonly kind: "withdrawn" };

/** How long a member has to say whether she may be introduced. */
export const introductionMs = 72 * hourMs;

/**
 * Keeps what an employer decided about cards she was shown, each once; a yes asks for an introduction. To say the same
 * again changes nothing, and neither does saying something else: that takes an undo.
 */
export async function noteDecisions(
  tx: Transaction,
  newId: Means["newId"],
  said: EmployerDecisions,
): Promise<readonly Noted[]> {
  const { employerId, openingId, now } = said;
  const opening = await tx.opening.findFirst({
    where: { id: openingId, employerId, employer: { state: "verified" } },
    select: { state: true },
  });
  if (opening === null) return said.decisions.map(({ card }) => ({ card, kind: "not_yours" }));
  const noted: Noted[] = [];
  for (const decision of said.decisions)
    noted.push(await decide(tx, newId, said, decision, isLive(opening.state)));
  if (noted.some(({ kind }) => kind === "noted"))
    await tx.digest.updateMany({ where: { openingId, answeredAt: null }, data: { answeredAt: now } });
  return noted;
}

async function decide(
  tx: Transaction,
  newId: Means["newId"],
  { employerId, openingId, how, now }: EmployerDecisions,
  decision: CardDecision,
  isOpen: boolean,
): Promise<Noted> {
  const { card: code, verdict } = decision;
  const card = await tx.card.findUnique({ where: { openingId_code: { openingId, code } } });
  if (card === null || card.shownAt === null) return { card: code, kind: "unknown" };
  const { id, personId, state, decidedAt } = card;
  if (decidedAt !== null && state !== "withdrawn")
    return { card: code, kind: "already", verdict: card.verdict === "yes" ? "yes" : "no", on: decidedAt };
  if (personId === null || state !== "shown" || !isOpen) return { card: code, kind: "withdrawn" };
  const isWanted = decision.verdict === "yes";
  const reason = decision.verdict === "no" ? decision.reason : null;
  await tx.card.update({
    where: { id },
    data: { state: isWanted ? "wanted" : "declined", verdict, reason, decidedAt: now, decidedHow: how },
  });
  if (isWanted) {
    const expiresAt = new Date(now.getTime() + introductionMs);
    await tx.introduction.create({
      data: { id: newId(), cardId: id, personId, state: "to_ask", dueAt: now, expiresAt },
    });
  }
  await audit(tx, {
    actor: `employer:${employerId}`,
    action: `card.${verdict}`,
    object: `card:${id}`,
    detail: { how, reason },
    at: now,
  });
  return { card: code, kind: "noted", verdict };
}
