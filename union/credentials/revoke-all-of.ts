import type { Transaction } from "../../prisma/store.ts";
import { audit } from "../audit/audit.ts";
import { setStatus } from "./set-status.ts";

/**
 * Takes back every credential of a person who is being erased, and empties what they say: from then on a code of hers
 * is answered as one that never was. What stays is a place in a list, which names nobody.
 */
export async function revokeAllOf(tx: Transaction, personId: string, now: Date): Promise<void> {
  for (const { id, state } of await tx.credential.findMany({ where: { personId } })) {
    if (state !== "revoked") await setStatus(tx, id, "revocation", true);
    await tx.credential.update({
      where: { id },
      data: {
        ...{ state: "revoked", reason: "erased", changedAt: now },
        ...{ personId: null, requestId: null, token: null, codeSealed: null },
      },
    });
    await audit(tx, {
      ...{ actor: "system", action: "credential.erased", object: `credential:${id}`, detail: {}, at: now },
    });
  }
}
