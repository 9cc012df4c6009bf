import { z } from "zod";
import type { Moment } from "../../domain/moment.ts";
import { type Claimed, type ClaimRequest, claimed } from "../rows/outbound.ts";
import { asJson, type Sql } from "./sql.ts";

const won = z.object({ id: z.string() });

/**
 * Moves messages from `queued` to `sending` where they may leave now.
 *
 * A message may leave when its time has come and has not passed, nothing before it on its lane is still under way, the
 * person has not stopped us (what answers STOP itself still leaves), and, unless it is a reply, the lane's gap is over.
 */
export function claim(sql: Sql, requests: readonly ClaimRequest[], now: Moment): readonly Claimed[] {
  const mine = sql.rows(won, take, asJson(requests), now, now, now);
  return mine.length === 0
    ? []
    : sql.rows(
        claimed,
        selectClaimed('m."id" IN (SELECT value FROM json_each(?))'),
        asJson(mine.map(({ id }) => id)),
      );
}

const take = `
UPDATE "OutboundMessage" AS m SET "status" = 'sending', "attempt" = m."attempt" + 1,
  "leaseToken" = j.value ->> 'leaseToken', "leaseUntil" = j.value ->> 'leaseUntil'
FROM json_each(?) j, "Lane" l
WHERE m."id" = j.value ->> 'id' AND l."addressId" = m."addressId"
  AND m."status" = 'queued' AND m."notBefore" <= ? AND m."expiresAt" > ?
  AND (l."state" = 'open' OR (l."state" = 'stopped' AND m."topic" = 'service'))
  AND (m."class" = 'reply' OR l."spacedUntil" IS NULL OR l."spacedUntil" <= ?)
  AND NOT EXISTS (SELECT 1 FROM "OutboundMessage" e WHERE e."addressId" = m."addressId" AND e."seq" < m."seq"
    AND e."status" IN ('queued', 'sending', 'unknown'))
RETURNING json_object('id', "id") AS row`;

/** The query for messages with the parts that are not known to be sent. */
export const selectClaimed = (condition: string): string => `
SELECT json_object('id', m."id", 'addressId', m."addressId", 'channel', a."channel", 'identifier', a."identifier", 'account', m."account",
  'class', m."class", 'status', m."status", 'requestId', m."requestId", 'attempt', m."attempt", 'repeats', m."repeats", 'looks', m."looks",
  'queuedAt', m."queuedAt", 'expiresAt', m."expiresAt", 'leaseToken', m."leaseToken", 'leaseUntil', m."leaseUntil",
  'parts', json((SELECT json_group_array(json_object('n', p."n", 'payload', json(p."payload"), 'status', p."status", 'providerId', p."providerId"))
    FROM (SELECT * FROM "MessagePart" WHERE "messageId" = m."id" ORDER BY "n") p))) AS row
FROM "OutboundMessage" m JOIN "Address" a ON a."id" = m."addressId" WHERE ${condition}`;
