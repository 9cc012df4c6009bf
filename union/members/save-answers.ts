import type { PersonRow } from "../../prisma/rows/scene.ts";
import type { Transaction } from "../../prisma/store.ts";

/** What a person told about herself. */
export type Details = Partial<
  Pick<PersonRow, "name" | "place" | "work" | "workOther" | "ageBand" | "sharedPhone" | "jobAlerts">
>;

/** Keeps what a person told about herself; what is not in the details stays as it was. */
export async function saveAnswers(tx: Transaction, person: PersonRow, details: Details): Promise<PersonRow> {
  await tx.person.update({ where: { id: person.id }, data: details });
  return { ...person, ...details };
}
