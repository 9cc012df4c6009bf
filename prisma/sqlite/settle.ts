import type { Moment } from "../../domain/moment.ts";
import { type DueMessage, dueMessage, type PartResult } from "../rows/outbound.ts";
import { mayLeave, mayLeaveParameters } from "./may-leave.ts";
import { asJson, type Sql } from "./sql.ts";

/** Keeps what happened to parts that were handed over, unless another sender holds the message by now. */
export function settle(sql: Sql, results: readonly PartResult[], now: Moment): readonly DueMessage[] {
  const rows = asJson(results);
  sql.run(addAttempts, rows);
  sql.run(setParts, rows);
  sql.run(setMessages, rows);
  sql.run(setSentAt, rows);
  const spaced = results.filter(({ spacedUntil }) => spacedUntil !== null);
  if (spaced.length > 0) sql.run(setSpacing, asJson(spaced));
  return sql.rows(dueMessage, nextOnLanes, rows, ...mayLeaveParameters(now));
}

const addAttempts = `
INSERT INTO "SendAttempt" ("messageId", "part", "startedAt", "endedAt", "outcome", "code", "detail")
SELECT value ->> 'messageId', value ->> 'part', value ->> '$.attempt.startedAt', value ->> '$.attempt.endedAt',
  value ->> '$.attempt.outcome', value ->> '$.attempt.code', value ->> '$.attempt.detail' FROM json_each(?)`;

// A receipt may have been quicker than the provider's own answer: what it said stands. A sender that lost the message to
// another one is believed that it was taken, and nothing else.
const setParts = `
UPDATE "MessagePart" AS p SET "status" = CASE WHEN p."status" IN ('queued', 'unknown') THEN j.value ->> 'partStatus' ELSE p."status" END,
  "providerId" = coalesce(j.value ->> 'providerId', p."providerId"), "code" = coalesce(j.value ->> '$.attempt.code', p."code")
FROM json_each(?) j, "OutboundMessage" m
WHERE p."messageId" = j.value ->> 'messageId' AND p."n" = j.value ->> 'part' AND m."id" = p."messageId"
  AND (m."leaseToken" = j.value ->> 'leaseToken' OR j.value ->> 'partStatus' = 'sent')`;

const setMessages = `
UPDATE "OutboundMessage" AS m SET "status" = j.value ->> '$.message.status', "reason" = j.value ->> '$.message.reason',
  "attempt" = m."attempt" - 1 + (j.value ->> '$.message.attempts'), "repeats" = m."repeats" + (j.value ->> '$.message.repeats'),
  "looks" = m."looks" + (j.value ->> '$.message.looks'),
  "notBefore" = CASE WHEN j.value ->> '$.message.status' = 'queued' THEN j.value ->> '$.message.dueAt' ELSE m."notBefore" END,
  "leaseUntil" = CASE WHEN j.value ->> '$.message.status' = 'unknown' THEN j.value ->> '$.message.dueAt' WHEN j.value ->> '$.message.status' = 'sending' THEN m."leaseUntil" ELSE NULL END,
  "sentAt" = CASE WHEN j.value ->> '$.message.status' = 'sent' THEN j.value ->> '$.attempt.endedAt' ELSE m."sentAt" END
FROM json_each(?) j
WHERE m."id" = j.value ->> 'messageId' AND m."leaseToken" = j.value ->> 'leaseToken' AND m."status" IN ('sending', 'unknown')`;

// Where a receipt came first the message has left `sending` already; when it was handed over is kept all the same.
const setSentAt = `
UPDATE "OutboundMessage" AS m SET "sentAt" = j.value ->> '$.attempt.endedAt'
FROM json_each(?) j WHERE m."id" = j.value ->> 'messageId' AND m."sentAt" IS NULL AND j.value ->> 'providerId' IS NOT NULL`;

const setSpacing = `
UPDATE "Lane" SET "spacedUntil" = j.value ->> 'spacedUntil' FROM json_each(?) j, "OutboundMessage" m
WHERE m."id" = j.value ->> 'messageId' AND "Lane"."addressId" = m."addressId"`;

const nextOnLanes = `
SELECT json_object('id', m."id", 'account', m."account", 'attempt', m."attempt", 'class', m."class")
FROM "OutboundMessage" m JOIN "Lane" l ON l."addressId" = m."addressId"
WHERE m."addressId" IN (SELECT s."addressId" FROM json_each(?) j JOIN "OutboundMessage" s ON s."id" = j.value ->> 'messageId')
  AND ${mayLeave}`;
