import type { PersonRow } from "../../prisma/rows/scene.ts";
import type { Transaction } from "../../prisma/store.ts";

const nothing = {
  name: null,
  place: null,
  work: null,
  workOther: null,
  sharedPhone: null,
  jobAlerts: null,
} as const;

/** Keeps of a person under 18 only that she is: no profile, no job alerts. */
export async function protectYoung(tx: Transaction, person: PersonRow): Promise<PersonRow> {
  await tx.person.update({ where: { id: person.id }, data: { ...nothing, ageBand: "under18" } });
  return { ...person, ...nothing, ageBand: "under18" };
}
