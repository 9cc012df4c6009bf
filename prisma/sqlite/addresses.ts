import { z } from "zod";
import type { Address } from "../../domain/address.ts";
import type { NewAddress } from "../rows/inbound.ts";
import { asJson, type Sql } from "./sql.ts";

const found = z.object({ at: z.number(), id: z.string() });

/** The ids of the addresses that are known, in the order asked; null for the others. */
export function findAddresses(sql: Sql, addresses: readonly Address[]): readonly (string | null)[] {
  const byPlace = new Map(sql.rows(found, find, asJson(addresses)).map(({ at, id }) => [at, id]));
  return addresses.map((_, at) => byPlace.get(at) ?? null);
}

/** Adds addresses, each with its lane. */
export function addAddresses(sql: Sql, addresses: readonly NewAddress[]): void {
  if (addresses.length === 0) return;
  sql.run(insertAddresses, asJson(addresses));
  sql.run(insertLanes, asJson(addresses));
}

const find = `
SELECT json_object('at', j.key, 'id', a."id") FROM json_each(?) j
JOIN "Address" a ON a."channel" = j.value ->> 'channel' AND a."identifier" = j.value ->> 'identifier'`;

const insertAddresses = `
INSERT INTO "Address" ("id", "channel", "identifier", "country", "firstSeenAt")
SELECT value ->> 'id', value ->> 'channel', value ->> 'identifier', value ->> 'country', value ->> 'firstSeenAt' FROM json_each(?)`;

const insertLanes = `
INSERT INTO "Lane" ("addressId", "account", "state", "owner", "language", "turn", "outSeq")
SELECT value ->> 'id', value ->> 'account', 'open', 'bot', value ->> 'language', 0, 0 FROM json_each(?)`;
