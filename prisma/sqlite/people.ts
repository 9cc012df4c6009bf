import { z } from "zod";
import type { NewConsent, NewPerson, PersonWrite } from "../rows/person.ts";
import { asJson, type Sql } from "./sql.ts";

const serial = z.object({ serial: z.number() });

/** Begins to keep people, each with the address she uses. */
export function addPeople(sql: Sql, people: readonly NewPerson[]): void {
  sql.run(insertPeople, asJson(people));
  sql.run(insertHolders, asJson(people));
}

/** Keeps people as they are now. */
export function savePeople(sql: Sql, people: readonly PersonWrite[]): void {
  sql.run(updatePeople, asJson(people));
}

/** The next place in the order of joining, counted from 1. Only to be used in the transaction that asked for it. */
export const nextSerial = (sql: Sql): number => sql.rows(serial, maxSerial)[0]?.serial ?? 1;

/** Adds lines to the consent ledger. */
export function addConsent(sql: Sql, entries: readonly NewConsent[]): void {
  if (entries.length > 0) sql.run(insertConsent, asJson(entries));
}

const insertPeople = `
INSERT INTO "Person" ("id", "language", "createdAt")
SELECT value ->> 'id', value ->> 'language', value ->> 'createdAt' FROM json_each(?)`;

const insertHolders = `
INSERT INTO "AddressHolder" ("id", "addressId", "personId", "since")
SELECT value ->> 'holderId', value ->> 'addressId', value ->> 'id', value ->> 'createdAt' FROM json_each(?)`;

const updatePeople = `
UPDATE "Person" AS p SET "language" = j.value ->> 'language', "name" = j.value ->> 'name', "place" = j.value ->> 'place',
  "work" = j.value ->> 'work', "workOther" = j.value ->> 'workOther', "ageBand" = j.value ->> 'ageBand',
  "sharedPhone" = j.value ->> 'sharedPhone', "jobAlerts" = j.value ->> 'jobAlerts',
  "livelihood" = j.value ->> 'livelihood', "years" = j.value ->> 'years', "changedAt" = j.value ->> 'changedAt',
  "matchAt" = coalesce(j.value ->> 'matchAt', p."matchAt"),
  "serial" = coalesce(p."serial", j.value ->> 'serial'), "number" = coalesce(p."number", j.value ->> 'number'),
  "joinedAt" = coalesce(p."joinedAt", j.value ->> 'joinedAt')
FROM json_each(?) j WHERE p."id" = j.value ->> 'id'`;

const maxSerial = `SELECT json_object('serial', coalesce(max("serial"), 0) + 1) FROM "Person"`;

const insertConsent = `
INSERT INTO "ConsentEntry" ("addressId", "personId", "topic", "decision", "how", "textVersion", "language", "at")
SELECT value ->> 'addressId', value ->> 'personId', value ->> 'topic', value ->> 'decision', value ->> 'how', value ->> 'textVersion',
  value ->> 'language', value ->> 'at' FROM json_each(?)`;
