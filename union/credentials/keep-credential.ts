import type { Transaction } from "../../prisma/store.ts";
import type { PreparedCredential } from "./prepare-credential.ts";

/** Whose credential it is, and who issued it. */
export interface Ownership {
  readonly personId: string;
  readonly requestId: string;
  readonly issuedBy: string;
  readonly issuedAt: Date;
}

/** Keeps a signed credential. False, and nothing is kept, where its code or one of its places was given away meanwhile. */
export async function keepCredential(
  tx: Transaction,
  { code: _neverKept, places, ...credential }: PreparedCredential,
  { personId, requestId, issuedBy, issuedAt }: Ownership,
): Promise<boolean> {
  const sameCode = await tx.credential.count({ where: { codeHash: credential.codeHash } });
  const samePlace = await tx.statusPlace.count({
    where: { OR: places.map(({ listId, place }) => ({ listId, place })) },
  });
  if (sameCode + samePlace > 0) return false;
  await tx.credential.create({
    data: {
      ...credential,
      ...{ personId, requestId, issuedBy, issuedAt, changedAt: issuedAt, state: "issued" },
      statusPlaces: { create: places.map(({ listId, place }) => ({ listId, place })) },
    },
  });
  // Matching looks at what is confirmed.
  await tx.person.updateMany({ where: { id: personId }, data: { changedAt: issuedAt } });
  return true;
}
