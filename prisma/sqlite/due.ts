import { z } from "zod";
import type { Moment } from "../../domain/moment.ts";
import { type Claimed, claimed, type DueMessage, dueMessage } from "../rows/outbound.ts";
import { type DueTimer, timerKinds } from "../rows/timer.ts";
import type { Transaction } from "../store.ts";
import { selectClaimed } from "./claim.ts";
import { execute, jsonRows } from "./rows.ts";

const address = z.object({ addressId: z.string() });
const timer = z.object({
  key: z.string(),
  addressId: z.string(),
  kind: z.enum(timerKinds),
  turn: z.number(),
  current: z.number().nullable(),
});

/** Addresses with messages that have waited since before that moment, the longest first. */
export async function waitingMail(tx: Transaction, before: Moment, most: number): Promise<readonly string[]> {
  return (await jsonRows(tx, address, waiting, before, most)).map(({ addressId }) => addressId);
}

/** Messages that may leave now: the first live one of each lane. */
export const dueMessages = (tx: Transaction, now: Moment, most: number): Promise<readonly DueMessage[]> =>
  jsonRows(tx, dueMessage, due, now, now, most);

/** Gives up queued messages whose time has passed, and makes `unknown` those whose sender died. */
export async function ageMessages(
  tx: Transaction,
  now: Moment,
  lookAt: Moment,
): Promise<{ readonly expired: number; readonly unknown: number }> {
  const expired = await execute(tx, expire, now);
  const unknown = await execute(tx, orphan, lookAt, now);
  return { expired, unknown };
}

/** Messages whose outcome is unknown and that are due for a question to the provider. */
export const dueLookUps = (tx: Transaction, now: Moment, most: number): Promise<readonly Claimed[]> =>
  jsonRows(
    tx,
    claimed,
    selectClaimed(`m."status" = 'unknown' AND m."leaseUntil" <= ? ORDER BY m."leaseUntil" LIMIT ?`),
    now,
    most,
  );

/** Takes the timers that are due off the list; gives back those that still belong to their lane's present turn. */
export async function takeDueTimers(
  tx: Transaction,
  now: Moment,
  most: number,
): Promise<readonly DueTimer[]> {
  const found = await jsonRows(tx, timer, dueTimers, now, most);
  if (found.length > 0) await execute(tx, dropTimers, JSON.stringify(found.map(({ key }) => key)));
  return found.filter(({ turn, current }) => turn === current).map(({ current: _, ...rest }) => rest);
}

const waiting = `
SELECT json_object('addressId', "addressId") AS row FROM "InboundMessage" WHERE "state" = 'new' AND "receivedAt" <= ?
GROUP BY "addressId" ORDER BY min("id") LIMIT ?`;

const due = `
SELECT json_object('id', m."id", 'account', m."account", 'attempt', m."attempt", 'class', m."class") AS row
FROM "OutboundMessage" m JOIN "Lane" l ON l."addressId" = m."addressId"
WHERE m."status" = 'queued' AND m."notBefore" <= ?
  AND (l."state" = 'open' OR (l."state" = 'stopped' AND m."topic" = 'service'))
  AND (m."class" = 'reply' OR l."spacedUntil" IS NULL OR l."spacedUntil" <= ?)
  AND NOT EXISTS (SELECT 1 FROM "OutboundMessage" e WHERE e."addressId" = m."addressId" AND e."seq" < m."seq"
    AND e."status" IN ('queued', 'sending', 'unknown'))
ORDER BY m."notBefore" LIMIT ?`;

const expire = `UPDATE "OutboundMessage" SET "status" = 'expired', "reason" = 'its time had passed' WHERE "status" = 'queued' AND "expiresAt" <= ?`;

const orphan = `
UPDATE "OutboundMessage" SET "status" = 'unknown', "reason" = 'the sender stopped half-way', "leaseUntil" = ?
WHERE "status" = 'sending' AND "leaseUntil" <= ?`;

const dueTimers = `
SELECT json_object('key', t."key", 'addressId', t."addressId", 'kind', t."kind", 'turn', t."turn", 'current', l."turn") AS row
FROM "Timer" t LEFT JOIN "Lane" l ON l."addressId" = t."addressId" WHERE t."dueAt" <= ? ORDER BY t."dueAt" LIMIT ?`;

const dropTimers = `DELETE FROM "Timer" WHERE "key" IN (SELECT value FROM json_each(?))`;
