import type { Transaction } from "../../prisma/store.ts";

/** Ends the questions to an attestor on every phone but the one she answers from, so that the other does not ask on. */
export async function endAttestElsewhere(
  tx: Transaction,
  { attestationId, addressId }: { readonly attestationId: string; readonly addressId: string },
): Promise<void> {
  const { identifier } = await tx.attestation.findUniqueOrThrow({
    where: { id: attestationId },
    select: { identifier: true },
  });
  if (identifier === null) return;
  const others = await tx.address.findMany({
    where: { identifier, id: { not: addressId } },
    select: { id: true },
  });
  await tx.session.deleteMany({
    where: {
      ...{ flow: "attest", addressId: { in: others.map(({ id }) => id) } },
      state: { contains: attestationId },
    },
  });
}
