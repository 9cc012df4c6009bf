import { z } from "zod";
import type { Moment } from "../../domain/moment.ts";
import { type Claimed, type ClaimRequest, claimed } from "../rows/outbound.ts";
import { mayLeave, mayLeaveParameters } from "./may-leave.ts";
import { asJson, type Sql } from "./sql.ts";

const won = z.object({ id: z.string() });

/** Moves messages from `queued` to `sending` where they may leave now; gives back those the caller holds. */
export function claim(sql: Sql, requests: readonly ClaimRequest[], now: Moment): readonly Claimed[] {
  const mine = sql.rows(won, take, asJson(requests), ...mayLeaveParameters(now));
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
  AND ${mayLeave}
RETURNING json_object('id', "id") AS row`;

/** The query for messages with the parts that are not known to be sent. */
export const selectClaimed = (condition: string): string => `
SELECT json_object('id', m."id", 'addressId', m."addressId", 'channel', a."channel", 'identifier', a."identifier", 'account', m."account",
  'class', m."class", 'status', m."status", 'requestId', m."requestId", 'attempt', m."attempt", 'repeats', m."repeats", 'looks', m."looks",
  'queuedAt', m."queuedAt", 'expiresAt', m."expiresAt", 'leaseToken', m."leaseToken", 'leaseUntil', m."leaseUntil",
  'parts', json((SELECT json_group_array(json_object('n', p."n", 'payload', json(p."payload"), 'status', p."status", 'providerId', p."providerId"))
    FROM (SELECT * FROM "MessagePart" WHERE "messageId" = m."id" ORDER BY "n") p))) AS row
FROM "OutboundMessage" m JOIN "Address" a ON a."id" = m."addressId" WHERE ${condition}`;
