import { audit } from "../audit/audit.ts";
import type { Means } from "../means.ts";
import type { CaseStep } from "./take-case.ts";

export type GivenBack =
  | { readonly kind: "given_back" }
  /** She does not have it; nothing was changed. */
  | { readonly kind: "not_hers" }
  | { readonly kind: "unknown" };

/** Puts a case back into the inbox, for anybody to take. Only whoever has it can give it back. */
export function giveBackCase({ store, clock }: Means, { caseId, staffId }: CaseStep): Promise<GivenBack> {
  return store.write.once(async (tx) => {
    const found = await tx.case.findUnique({ where: { id: caseId } });
    if (found === null) return { kind: "unknown" };
    if (found.closedAt !== null || found.takenBy !== staffId) return { kind: "not_hers" };
    const at = clock.now();
    await tx.case.update({ where: { id: caseId }, data: { takenBy: null, takenAt: null } });
    await audit(tx, {
      actor: `staff:${staffId}`,
      action: "case.given_back",
      object: `case:${caseId}`,
      detail: {},
      at,
    });
    return { kind: "given_back" };
  });
}
