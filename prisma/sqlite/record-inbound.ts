import { z } from "zod";
import type { NewInbound, RecordedInbound } from "../rows/inbound.ts";
import { asJson, type Sql } from "./sql.ts";

const inserted = z.object({
  id: z.number(),
  addressId: z.string(),
  account: z.string(),
  providerId: z.string(),
});

/** Inserts deliveries once, in the order given. */
export function recordInbound(sql: Sql, inbound: readonly NewInbound[]): readonly RecordedInbound[] {
  const rows = asJson(inbound);
  sql.run(addAddresses, rows);
  sql.run(addLanes, rows);
  const added = sql.rows(inserted, addInbound, rows);
  const byDelivery = new Map(added.map((row) => [deliveryOf(row), row]));
  return inbound.map((message) => {
    const row = byDelivery.get(deliveryOf(message));
    // The second of two equal deliveries in one batch is a repeat too.
    byDelivery.delete(deliveryOf(message));
    return row === undefined
      ? { kind: "duplicate" }
      : { kind: "recorded", id: row.id, addressId: row.addressId };
  });
}

const deliveryOf = ({ account, providerId }: { account: string; providerId: string }): string =>
  `${account} ${providerId}`;

const addAddresses = `
INSERT INTO "Address" ("id", "channel", "identifier", "country", "firstSeenAt")
SELECT value ->> 'newAddressId', value ->> 'channel', value ->> 'identifier', value ->> 'country', value ->> 'receivedAt'
FROM json_each(?) WHERE true
ON CONFLICT ("channel", "identifier") DO NOTHING`;

const addLanes = `
INSERT INTO "Lane" ("addressId", "account", "state", "owner", "language", "turn", "outSeq")
SELECT a."id", j.value ->> 'account', 'open', 'bot', j.value ->> 'language', 0, 0
FROM json_each(?) j
JOIN "Address" a ON a."channel" = j.value ->> 'channel' AND a."identifier" = j.value ->> 'identifier' WHERE true
ON CONFLICT ("addressId") DO NOTHING`;

const addInbound = `
INSERT INTO "InboundMessage" ("addressId", "account", "providerId", "kind", "text", "choice", "providerAnswered", "unread",
  "requestId", "receivedAt", "state", "attempts")
SELECT a."id", j.value ->> 'account', j.value ->> 'providerId', j.value ->> 'kind', j.value ->> 'text', j.value ->> 'choice',
  j.value ->> 'providerAnswered', j.value ->> 'unread', j.value ->> 'requestId', j.value ->> 'receivedAt', 'new', 0
FROM json_each(?) j
JOIN "Address" a ON a."channel" = j.value ->> 'channel' AND a."identifier" = j.value ->> 'identifier' WHERE true
ORDER BY j.key
ON CONFLICT ("account", "providerId") DO NOTHING
RETURNING json_object('id', "id", 'addressId', "addressId", 'account', "account", 'providerId', "providerId") AS row`;
