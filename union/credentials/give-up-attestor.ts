import type { Transaction } from "../../prisma/store.ts";

/** Notes that an attestor cannot be written to: nothing more is due, and the member may name somebody else. */
export async function giveUpAttestor(
  tx: Transaction,
  { attestationId, requestId }: { readonly attestationId: string; readonly requestId: string },
  now: Date,
): Promise<void> {
  await tx.attestation.update({ where: { id: attestationId }, data: { state: "silent", dueAt: null } });
  await tx.credentialRequest.updateMany({
    where: { id: requestId, state: "awaiting_attestor" },
    data: { state: "attestor_silent", changedAt: now },
  });
}
