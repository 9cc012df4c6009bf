import type { Moment } from "../../domain/moment.ts";
import type { PersonRow } from "../../prisma/rows/scene.ts";
import type { Writing } from "../../prisma/store.ts";
import { saveDetails } from "./save-person.ts";

const nothing = {
  name: null,
  place: null,
  work: null,
  workOther: null,
  sharedPhone: null,
  jobAlerts: null,
  livelihood: null,
  years: null,
} as const;

/** Keeps of a person under 18 only that she is: no profile, no job alerts. */
export const protectYoung = (writing: Writing, person: PersonRow, now: Moment): Promise<PersonRow> =>
  saveDetails(writing, person, { ...nothing, ageBand: "under18" }, now);
