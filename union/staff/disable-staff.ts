import type { Transaction } from "../../prisma/store.ts";
import { type AuditActor, audit } from "../audit/audit.ts";
import type { Means } from "../means.ts";

export type DisabledStaff =
  | { readonly kind: "disabled" }
  | { readonly kind: "enabled" }
  /** She was so already; nothing was changed. */
  | { readonly kind: "as_it_was" }
  | { readonly kind: "unknown" }
  /** Nobody would be left who can add staff. */
  | { readonly kind: "last_administrator" };

/** Who is meant, and who of staff does it. */
export interface StaffChange {
  readonly staffId: string;
  readonly by: AuditActor;
}

/** Lets somebody of staff in no more: her sessions and links end at once. The last administrator stays. */
export function disableStaff({ store, clock }: Means, { staffId, by }: StaffChange): Promise<DisabledStaff> {
  return store.write.once(async (tx) => {
    const staff = await tx.staff.findUnique({ where: { id: staffId } });
    if (staff === null) return { kind: "unknown" };
    if (staff.disabledAt !== null) return { kind: "as_it_was" };
    if (staff.role === "administrator" && (await otherAdministrators(tx, staffId)) === 0)
      return { kind: "last_administrator" };
    const at = clock.now();
    await tx.staff.update({ where: { id: staffId }, data: { disabledAt: at } });
    await tx.staffSession.deleteMany({ where: { staffId } });
    await tx.signInLink.deleteMany({ where: { staffId } });
    await audit(tx, { actor: by, action: "staff.disabled", object: `staff:${staffId}`, detail: {}, at });
    return { kind: "disabled" };
  });
}

/** Lets somebody sign in again who was disabled. */
export function enableStaff({ store, clock }: Means, { staffId, by }: StaffChange): Promise<DisabledStaff> {
  return store.write.once(async (tx) => {
    const staff = await tx.staff.findUnique({ where: { id: staffId } });
    if (staff === null) return { kind: "unknown" };
    if (staff.disabledAt === null) return { kind: "as_it_was" };
    const at = clock.now();
    await tx.staff.update({ where: { id: staffId }, data: { disabledAt: null } });
    await audit(tx, { actor: by, action: "staff.enabled", object: `staff:${staffId}`, detail: {}, at });
    return { kind: "enabled" };
  });
}

const otherAdministrators = (tx: Transaction, than: string): Promise<number> =>
  tx.staff.count({ where: { role: "administrator", disabledAt: null, id: { not: than } } });
