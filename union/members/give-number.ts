import { memberNumber } from "../../domain/member-number.ts";
import type { PersonRow } from "../../prisma/rows/scene.ts";
import type { Transaction } from "../../prisma/store.ts";

/** Gives a person the next member number; one who has a number keeps it. */
export async function giveNumber(tx: Transaction, person: PersonRow, now: Date): Promise<PersonRow> {
  if (person.number !== null) return person;
  const { _max } = await tx.person.aggregate({ _max: { serial: true } });
  const serial = (_max.serial ?? 0) + 1;
  const number = memberNumber(serial);
  await tx.person.update({ where: { id: person.id }, data: { serial, number, joinedAt: now } });
  return { ...person, number };
}
