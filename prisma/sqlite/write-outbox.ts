import { z } from "zod";
import type { NewOutbound } from "../rows/outbound.ts";
import { asJson, type Sql } from "./sql.ts";

const lastSeq = z.object({ addressId: z.string(), outSeq: z.number() });
const put = z.object({ id: z.string() });

/** Puts messages at the end of their lanes; one whose key was used before is left out, with its parts. */
export function writeOutbox(sql: Sql, messages: readonly NewOutbound[]): readonly string[] {
  if (messages.length === 0) return [];
  const lanes = sql.rows(lastSeq, takeNumbers, asJson(messages.map(({ addressId }) => addressId)));
  const counts = countBy(messages);
  const next = new Map(
    lanes.map(({ addressId, outSeq }) => [addressId, outSeq - (counts.get(addressId) ?? 0)]),
  );
  const rows = messages.map(({ parts: _, ...message }) => {
    const seq = (next.get(message.addressId) ?? 0) + 1;
    next.set(message.addressId, seq);
    return { ...message, seq };
  });
  const ids = sql.rows(put, addMessages, asJson(rows)).map(({ id }) => id);
  const added = new Set(ids);
  const parts = messages
    .filter(({ id }) => added.has(id))
    .flatMap(({ id, parts: each }) => each.map((part, at) => ({ messageId: id, n: at + 1, ...part })));
  sql.run(addParts, asJson(parts));
  return ids;
}

/** How many of the messages go to each address. */
function countBy(messages: readonly NewOutbound[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { addressId } of messages) counts.set(addressId, (counts.get(addressId) ?? 0) + 1);
  return counts;
}

const takeNumbers = `
UPDATE "Lane" SET "outSeq" = "outSeq" + j.n
FROM (SELECT value AS "addressId", count(*) AS n FROM json_each(?) GROUP BY value) j
WHERE "Lane"."addressId" = j."addressId"
RETURNING json_object('addressId', "Lane"."addressId", 'outSeq', "outSeq") AS row`;

const addMessages = `
INSERT INTO "OutboundMessage" ("id", "addressId", "seq", "account", "key", "class", "topic", "language", "status", "requestId",
  "attempt", "repeats", "looks", "queuedAt", "notBefore", "expiresAt")
SELECT value ->> 'id', value ->> 'addressId', value ->> 'seq', value ->> 'account', value ->> 'key', value ->> 'class', value ->> 'topic',
  value ->> 'language', CASE WHEN value ->> 'isHeld' THEN 'held' ELSE 'queued' END, value ->> 'requestId', 0, 0, 0, value ->> 'queuedAt', value ->> 'notBefore', value ->> 'expiresAt'
FROM json_each(?) WHERE true
ON CONFLICT ("key") DO NOTHING
RETURNING json_object('id', "id") AS row`;

const addParts = `
INSERT INTO "MessagePart" ("messageId", "n", "payload", "segments", "status")
SELECT value ->> 'messageId', value ->> 'n', value -> 'payload', value ->> 'segments', 'queued' FROM json_each(?)`;
