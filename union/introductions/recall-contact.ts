import type { Transaction } from "../../prisma/store.ts";
import { audit } from "../audit/audit.ts";
import { erasedPayload } from "../messages/erased-content.ts";
import { type EmployerToTell, employerToTell } from "./employer-to-tell.ts";

export interface Recall {
  readonly personId: string;
  readonly why: "erased" | "sharing_withdrawn";
  /** Only what she agreed to from this moment on; without it, everything. */
  readonly since?: Date;
  readonly now: Date;
}

/** An employer who has a member's contact, or is about to get it, and is asked to delete it. */
export interface RecalledContact {
  readonly cardId: string;
  readonly tell: EmployerToTell;
}

/**
 * A member's contact is asked back from every employer who got it: the introduction ends, what has not left yet never
 * leaves, our own copies of the message and letter with her name go, and a letter that names only the card is asked for.
 * The caller tells those who have a phone in the same transaction, and rings for the round "letters" after the commit.
 */
export async function recallContacts(
  tx: Transaction,
  { personId, why, since, now }: Recall,
): Promise<readonly RecalledContact[]> {
  // One she took back after her yes is known by where she had answered: that employer still has her number.
  const shared = await tx.introduction.findMany({
    where: {
      personId,
      addressId: { not: null },
      state: { in: why === "erased" ? ["agreed", "withdrawn"] : ["agreed"] },
      ...(since === undefined ? {} : { answeredAt: { gte: since } }),
    },
    include: { card: { include: { opening: { include: { employer: true } } } } },
    orderBy: { answeredAt: "asc" },
  });
  const ids = shared.map(({ id }) => id);
  await forgetWords(tx, ids);
  await tx.introduction.updateMany({ where: { id: { in: ids } }, data: { state: "withdrawn", dueAt: null } });
  await tx.card.updateMany({
    where: { id: { in: shared.map(({ cardId }) => cardId) } },
    data: { state: "withdrawn" },
  });
  const recalled: RecalledContact[] = [];
  for (const { id, card } of shared) {
    recalled.push({ cardId: card.id, tell: await employerToTell(tx, card.id, card, "forget", now) });
    const detail = { why, card: card.id, employer: card.opening.employerId, opening: card.openingId };
    await audit(tx, {
      ...{ actor: `person:${personId}`, action: "introduction.recalled", object: `introduction:${id}` },
      ...{ detail, at: now },
    });
  }
  return recalled;
}

/** The message and the letter that gave an employer her name and number, sent or not. */
async function forgetWords(tx: Transaction, introductionIds: readonly string[]): Promise<void> {
  const messages = { key: { in: introductionIds.map((id) => `introduced:${id}`) } };
  await tx.outboundMessage.updateMany({
    where: { ...messages, status: { in: ["queued", "held"] } },
    data: { status: "cancelled", reason: "erased" },
  });
  await tx.messagePart.updateMany({ where: { message: messages }, data: { payload: erasedPayload } });
  await tx.letter.deleteMany({ where: { key: { in: introductionIds.map((id) => `introduction:${id}`) } } });
}
