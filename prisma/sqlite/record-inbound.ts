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
  const added = sql.rows(inserted, addInbound, asJson(inbound));
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

const addInbound = `
INSERT INTO "InboundMessage" ("addressId", "account", "providerId", "kind", "text", "choice", "providerAnswered", "unread",
  "requestId", "receivedAt", "state", "attempts")
SELECT value ->> 'addressId', value ->> 'account', value ->> 'providerId', value ->> 'kind', value ->> 'text', value ->> 'choice',
  value ->> 'providerAnswered', value ->> 'unread', value ->> 'requestId', value ->> 'receivedAt', 'new', 0
FROM json_each(?) WHERE true ORDER BY key
ON CONFLICT ("account", "providerId") DO NOTHING
RETURNING json_object('id', "id", 'addressId', "addressId", 'account', "account", 'providerId', "providerId")`;
