import { audit } from "../audit/audit.ts";
import type { Means } from "../means.ts";

/** Which case, and who of staff. */
export interface CaseStep {
  readonly caseId: string;
  readonly staffId: string;
}

export type TakenCase =
  | { readonly kind: "taken" }
  /** Somebody else was first. */
  | { readonly kind: "taken_by_other"; readonly staffId: string }
  | { readonly kind: "closed" }
  | { readonly kind: "unknown" };

/** Makes somebody of staff the one who answers a case. Only one can be: whoever comes second is told who was first. */
export function takeCase({ store, clock }: Means, { caseId, staffId }: CaseStep): Promise<TakenCase> {
  return store.write.once(async (tx) => {
    const found = await tx.case.findUnique({ where: { id: caseId } });
    if (found === null) return { kind: "unknown" };
    if (found.closedAt !== null) return { kind: "closed" };
    if (found.takenBy === staffId) return { kind: "taken" };
    if (found.takenBy !== null) return { kind: "taken_by_other", staffId: found.takenBy };
    const at = clock.now();
    await tx.case.update({ where: { id: caseId }, data: { takenBy: staffId, takenAt: at } });
    await audit(tx, {
      actor: `staff:${staffId}`,
      action: "case.taken",
      object: `case:${caseId}`,
      detail: {},
      at,
    });
    return { kind: "taken" };
  });
}
