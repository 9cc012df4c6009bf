import type { Transaction } from "../../prisma/store.ts";
import { audit } from "../audit/audit.ts";
import { endOpenings } from "../openings/end-opening.ts";
import { liveOpening } from "../openings/opening-states.ts";

/** What stands where a name was. */
const erased = "-";

/**
 * Erases who an employer is, when the last address that spoke for her asks for it: her openings are closed, her keys end,
 * names, e-mail and letters go. What remains is an employer without a name, for the openings that members said yes to.
 */
export async function eraseEmployer(
  tx: Transaction,
  { employerId, addressId, now }: { employerId: string; addressId: string; now: Date },
): Promise<void> {
  await tx.employerContact.updateMany({
    where: { employerId, addressId, until: null },
    data: { until: now },
  });
  if ((await tx.employerContact.count({ where: { employerId, until: null } })) > 0) return;
  const openings = await tx.opening.findMany({ where: { employerId, ...liveOpening }, select: { id: true } });
  await endOpenings(tx, { openingIds: openings.map(({ id }) => id), as: "closed", now });
  await tx.apiKey.updateMany({ where: { employerId, revokedAt: null }, data: { revokedAt: now } });
  const { email } = await tx.employer.findUniqueOrThrow({
    where: { id: employerId },
    select: { email: true },
  });
  if (email !== null) await tx.letter.deleteMany({ where: { recipient: email } });
  await tx.employer.update({
    where: { id: employerId },
    data: {
      ...{ name: erased, contactName: erased, email: null, place: erased, reason: null },
      ...{ state: "refused", digestEvery: "off", takesLetters: false },
    },
  });
  const object = `employer:${employerId}` as const;
  await audit(tx, { actor: object, action: "employer.erased", object, detail: {}, at: now });
}
