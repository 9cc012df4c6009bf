import type { Transaction } from "../../prisma/store.ts";
import type { StatusPurpose } from "./credential-document.ts";
import { withStatus } from "./status-list.ts";

/**
 * Sets or clears the bit of a credential in its list of that purpose. What is published says so from then on.
 *
 * @throws where somebody else changed the same list in this very moment: nothing is kept then, and it can be done again
 */
export async function setStatus(
  tx: Transaction,
  credentialId: string,
  purpose: StatusPurpose,
  isSet: boolean,
): Promise<void> {
  const places = await tx.statusPlace.findMany({ where: { credentialId, list: { purpose } } });
  for (const { listId, place } of places) {
    const { bits, version } = await tx.statusList.findUniqueOrThrow({ where: { id: listId } });
    const { count } = await tx.statusList.updateMany({
      where: { id: listId, version },
      data: { bits: Uint8Array.from(withStatus(bits, place, isSet)), version: version + 1 },
    });
    if (count === 0) throw new Error(`Status list ${listId} was changed while it was being changed.`);
  }
}
