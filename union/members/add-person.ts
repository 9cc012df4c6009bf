import type { PersonRow } from "../../prisma/rows/scene.ts";
import type { Transaction } from "../../prisma/store.ts";

export interface NewPerson {
  readonly id: string;
  readonly holderId: string;
  readonly addressId: string;
  readonly language: string;
  readonly now: Date;
}

/** Begins to keep a person, who uses this address from now on. Only to be called once she said yes to it. */
export async function addPerson(
  tx: Transaction,
  { id, holderId, addressId, language, now }: NewPerson,
): Promise<PersonRow> {
  await tx.person.create({ data: { id, language, createdAt: now } });
  await tx.addressHolder.create({ data: { id: holderId, addressId, personId: id, since: now } });
  return {
    id,
    language,
    number: null,
    name: null,
    place: null,
    work: null,
    workOther: null,
    ageBand: null,
    sharedPhone: null,
    jobAlerts: null,
  };
}
