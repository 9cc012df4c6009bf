import type { NewPerson } from "../../prisma/rows/person.ts";
import type { PersonRow } from "../../prisma/rows/scene.ts";
import type { Writing } from "../../prisma/store.ts";

/** Begins to keep a person, who uses this address from now on. Only to be called once she said yes to it. */
export async function addPerson({ tx, statements }: Writing, person: NewPerson): Promise<PersonRow> {
  await statements.addPeople(tx, [person]);
  return { ...nothingTold, id: person.id, language: person.language };
}

const nothingTold = {
  number: null,
  name: null,
  place: null,
  work: null,
  workOther: null,
  ageBand: null,
  sharedPhone: null,
  jobAlerts: null,
  livelihood: null,
  years: null,
} as const;
