import type { Transaction } from "../../prisma/store.ts";

/** Forgets where somebody can be reached who was asked as an attestor from this address; what she said of others stays. */
export async function forgetAttestor(tx: Transaction, addressId: string): Promise<void> {
  await tx.attestation.updateMany({ where: { addressId }, data: { addressId: null, identifier: null } });
}
