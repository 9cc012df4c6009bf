import { audit } from "../audit/audit.ts";
import type { Means } from "../means.ts";
import type { Role } from "./permissions.ts";
import { type NewSession, startSession } from "./session.ts";
import { newToken } from "./token.ts";

/** The people one can be in the demonstration; `.invalid` addresses reach nobody (RFC 2606). */
export const demoStaff: Readonly<Record<Role, { readonly name: string; readonly email: string }>> = {
  caseworker: { name: "Nour Demo", email: "caseworker@demo.invalid" },
  approver: { name: "Deniz Demo", email: "approver@demo.invalid" },
  administrator: { name: "Alex Demo", email: "administrator@demo.invalid" },
};

/** Signs in as one of the demonstration's people, who is added if she is not there. Only to be called in `MODE=sim`. */
export function signInAsDemo(means: Means, role: Role): Promise<NewSession> {
  const { store, clock, newId } = means;
  const token = newToken(means);
  return store.write.once(async (tx) => {
    const now = clock.now();
    const { name, email } = demoStaff[role];
    const known = await tx.staff.findUnique({ where: { email }, select: { id: true } });
    const staffId = known?.id ?? newId();
    if (known === null) {
      await tx.staff.create({ data: { id: staffId, name, email, role, language: "en", createdAt: now } });
      await audit(tx, {
        actor: "demo",
        action: "staff.added",
        object: `staff:${staffId}`,
        detail: { role },
        at: now,
      });
    } else await tx.staff.update({ where: { id: staffId }, data: { role, disabledAt: null } });
    return startSession(tx, { staffId, token, how: "demo", now });
  });
}
