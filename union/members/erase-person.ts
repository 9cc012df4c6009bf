import type { Transaction } from "../../prisma/store.ts";
import { forgetAttestor } from "../credentials/forget-attestor.ts";
import { revokeAllOf } from "../credentials/revoke-all-of.ts";
import { type RecalledContact, recallContacts } from "../introductions/recall-contact.ts";
import { erasedInbound, erasedPayload } from "../messages/erased-content.ts";

export interface Erasure {
  readonly addressId: string;
  readonly personId: string | null;
  readonly now: Date;
}

/**
 * Erases what is kept about the person behind an address: the person and her links to addresses, her conversations, the
 * texts of her messages in and out, her cases. What remains are message rows without content, which the evidence of
 * sending needs until retention removes them. Gives back the employers who have her contact and are to be told to delete it;
 * those with e-mail get a letter in any case.
 */
export async function erasePerson(
  tx: Transaction,
  { addressId, personId, now }: Erasure,
): Promise<readonly RecalledContact[]> {
  await tx.session.deleteMany({ where: { addressId } });
  await tx.timer.deleteMany({ where: { addressId } });
  await tx.case.updateMany({ where: { addressId }, data: { personId: null } });
  await tx.case.updateMany({
    where: { addressId, closedAt: null },
    data: { closedAt: now, closedBy: "erased" },
  });
  await tx.consentEntry.updateMany({ where: { addressId }, data: { personId: null } });
  await tx.outboundMessage.updateMany({
    where: { addressId, status: { in: ["queued", "held"] } },
    data: { status: "cancelled", reason: "erased" },
  });
  await tx.inboundMessage.updateMany({ where: { addressId }, data: erasedInbound });
  await tx.messagePart.updateMany({ where: { message: { addressId } }, data: { payload: erasedPayload } });
  await forgetAttestor(tx, addressId);
  if (personId === null) return [];
  const recalled = await recallContacts(tx, { personId, why: "erased", now });
  await revokeAllOf(tx, personId, now);
  await tx.person.deleteMany({ where: { id: personId } });
  return recalled;
}
