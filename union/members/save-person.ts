import { memberNumber } from "../../domain/member-number.ts";
import type { Moment } from "../../domain/moment.ts";
import type { PersonRow } from "../../prisma/rows/scene.ts";
import type { Writing } from "../../prisma/store.ts";

/** What a person told about herself. */
export type Details = Partial<
  Pick<
    PersonRow,
    | "name"
    | "place"
    | "work"
    | "workOther"
    | "livelihood"
    | "years"
    | "ageBand"
    | "sharedPhone"
    | "jobAlerts"
    | "language"
  >
>;

/** Keeps what a person told about herself; what is not in the details stays as it was. */
export async function saveDetails(
  { tx, statements }: Writing,
  person: PersonRow,
  details: Details,
  now: Moment,
): Promise<PersonRow> {
  const saved = { ...person, ...details };
  await statements.savePeople(tx, [
    { ...saved, serial: null, joinedAt: null, changedAt: now, matchAt: matchAtOf(details, now) },
  ]);
  return saved;
}

/** What matching goes by: who changes it is looked at anew. */
const matched = ["work", "livelihood", "place", "ageBand", "jobAlerts"] as const;
const matchAtOf = (details: Details, now: Moment): Moment | null =>
  matched.some((detail) => details[detail] !== undefined) ? now : null;

/** Makes a person a member: keeps her details and gives her the next number; one who has a number keeps it. */
export async function saveMember(
  writing: Writing,
  person: PersonRow,
  details: Details,
  now: Moment,
): Promise<PersonRow> {
  if (person.number !== null) return saveDetails(writing, person, details, now);
  const { tx, statements } = writing;
  const serial = await statements.nextSerial(tx);
  const member = { ...person, ...details, number: memberNumber(serial) };
  await statements.savePeople(tx, [{ ...member, serial, joinedAt: now, changedAt: now, matchAt: now }]);
  return member;
}
