import type { Means } from "../means.ts";
import { type AuditAction, type AuditObject, audit } from "./audit.ts";

/** What somebody of staff looks at, and what for. */
export interface Reading {
  readonly staffId: string;
  /** `case.read` and the like. */
  readonly action: AuditAction;
  readonly object: AuditObject;
  readonly personId: string | null;
  readonly purpose: string;
}

/** Notes in the audit log that somebody of staff reads what is kept of a person or an employer. */
export function noteReading(
  { store, clock }: Pick<Means, "store" | "clock">,
  { staffId, action, object, personId, purpose }: Reading,
): Promise<void> {
  const detail = { purpose, ...(personId === null ? {} : { personId }) };
  return store.write.once((tx) =>
    audit(tx, { actor: `staff:${staffId}`, action, object, detail, at: clock.now() }),
  );
}
