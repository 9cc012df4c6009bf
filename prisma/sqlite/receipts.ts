import { z } from "zod";
import { type ReceiptTarget, receiptTarget, type StatusChange } from "../rows/outbound.ts";
import type { NewReceipt, ReceiptKey } from "../statements.ts";
import { asJson, type Sql } from "./sql.ts";

const at = z.object({ at: z.number() });

/** Adds receipts that have not been seen; tells which of them are new. */
export function addReceipts(sql: Sql, receipts: readonly NewReceipt[]): readonly boolean[] {
  const known = new Set(sql.rows(at, seenBefore, asJson(receipts)).map((row) => row.at));
  const added = receipts.map((_, index) => !known.has(index));
  sql.run(add, asJson(receipts));
  return added;
}

/** Finds the parts that receipts speak of: by our own id, else by the provider's. */
export function findParts(sql: Sql, receipts: readonly ReceiptKey[]): readonly (ReceiptTarget | null)[] {
  const found = sql.rows(receiptTarget.extend({ at: z.number() }), parts, asJson(receipts));
  const byIndex = new Map(found.map((row) => [row.at, row]));
  return receipts.map((_, index) => byIndex.get(index) ?? null);
}

/** Sets the statuses of parts and of their messages. A message that leaves `sending` and `unknown` this way is settled: its lease is void. */
export function changeStatuses(sql: Sql, changes: readonly StatusChange[]): void {
  if (changes.length === 0) return;
  sql.run(setParts, asJson(changes));
  sql.run(setMessages, asJson(changes));
}

const seenBefore = `
SELECT json_object('at', j.key) AS row FROM json_each(?) j
JOIN "Receipt" r ON r."account" = j.value ->> 'account' AND r."providerId" = j.value ->> 'providerId'
  AND r."providerStatus" = j.value ->> 'providerStatus' AND r."code" = j.value ->> 'code'`;

const add = `
INSERT INTO "Receipt" ("account", "providerId", "providerStatus", "code", "messageId", "part", "receivedAt")
SELECT value ->> 'account', value ->> 'providerId', value ->> 'providerStatus', value ->> 'code', value ->> 'messageId', value ->> 'part',
  value ->> 'receivedAt' FROM json_each(?) WHERE true
ON CONFLICT ("account", "providerId", "providerStatus", "code") DO NOTHING`;

const parts = `
SELECT json_object('at', j.key, 'messageId', m."id", 'n', p."n", 'messageStatus', m."status", 'requestId', m."requestId", 'addressId', m."addressId",
  'parts', json((SELECT json_group_array(json_object('n', o."n", 'status', o."status")) FROM "MessagePart" o WHERE o."messageId" = m."id"))) AS row
FROM json_each(?) j
JOIN "MessagePart" p ON (p."messageId" = j.value ->> 'messageId' AND p."n" = j.value ->> 'part')
  OR (j.value ->> 'messageId' IS NULL AND p."providerId" = j.value ->> 'providerId')
JOIN "OutboundMessage" m ON m."id" = p."messageId" AND m."account" = j.value ->> 'account'
WHERE p."providerId" IS NULL OR p."providerId" = j.value ->> 'providerId'`;

const setParts = `
UPDATE "MessagePart" SET "status" = j.value ->> 'partStatus', "providerId" = coalesce("providerId", j.value ->> 'providerId'),
  "code" = coalesce(j.value ->> 'code', "code")
FROM json_each(?) j WHERE "messageId" = j.value ->> 'messageId' AND "n" = j.value ->> 'part'`;

const setMessages = `
UPDATE "OutboundMessage" AS m SET "status" = j.value ->> 'messageStatus', "reason" = coalesce(j.value ->> 'reason', m."reason"),
  "leaseUntil" = CASE WHEN j.value ->> 'messageStatus' IN ('sending', 'unknown') THEN m."leaseUntil" END
FROM json_each(?) j WHERE m."id" = j.value ->> 'messageId'`;
