import type { Transaction } from "../../prisma/store.ts";

export interface EmployerAddress {
  readonly addressId: string;
  readonly channel: string;
  readonly identifier: string;
}

/** Where an employer is written to in a chat: the latest address that speaks for her; null where there is none. */
export async function employerAddress(tx: Transaction, employerId: string): Promise<EmployerAddress | null> {
  const contact = await tx.employerContact.findFirst({
    where: { employerId, until: null },
    select: { addressId: true, address: { select: { channel: true, identifier: true } } },
    orderBy: [{ since: "desc" }, { id: "desc" }],
  });
  return contact === null ? null : { addressId: contact.addressId, ...contact.address };
}
