import { z } from "zod";
import type { Moment } from "../../domain/moment.ts";
import { type Claimed, claimed, type DueMessage, dueMessage } from "../rows/outbound.ts";
import { type DueTimer, timerKinds } from "../rows/timer.ts";
import { selectClaimed } from "./claim.ts";
import { mayLeave, mayLeaveParameters } from "./may-leave.ts";
import type { Sql } from "./sql.ts";

const address = z.object({ addressId: z.string() });
const timer = z.object({
  key: z.string(),
  addressId: z.string(),
  kind: z.enum(timerKinds),
  turn: z.number(),
  current: z.number().nullable(),
});

/** Addresses with messages that have waited since before that moment, the longest first. */
export function waitingMail(sql: Sql, before: Moment, most: number): readonly string[] {
  return sql.rows(address, waiting, before, most).map(({ addressId }) => addressId);
}

/** Messages that may leave now: the first live one of each lane. */
export const dueMessages = (sql: Sql, now: Moment, most: number): readonly DueMessage[] =>
  sql.rows(dueMessage, due, ...mayLeaveParameters(now), most);

/** Gives up queued messages whose time has passed, and makes `unknown` those whose sender died. */
export function ageMessages(
  sql: Sql,
  now: Moment,
  lookAt: Moment,
): { readonly expired: number; readonly unknown: number } {
  const expired = sql.run(expire, now) + sql.run(expireHeld, now);
  const unknown = sql.run(orphan, lookAt, now);
  return { expired, unknown };
}

/** Messages whose outcome is unknown and that are due for a question to the provider. */
export const dueLookUps = (sql: Sql, now: Moment, most: number): readonly Claimed[] =>
  sql.rows(
    claimed,
    selectClaimed(
      `m."status" = 'unknown' AND m."status" IN ('sending', 'unknown') AND m."leaseUntil" <= ? ORDER BY m."leaseUntil" LIMIT ?`,
    ),
    now,
    most,
  );

/** Takes the timers that are due off the list; gives back those that still mean something: a reminder only in the turn it was set for; the bot's return after a case however much was written meanwhile. */
export function takeDueTimers(sql: Sql, now: Moment, most: number): readonly DueTimer[] {
  const found = sql.rows(timer, dueTimers, now, most);
  if (found.length > 0) sql.run(dropTimers, JSON.stringify(found.map(({ key }) => key)));
  return found
    .filter(({ kind, turn, current }) => turn === current || (kind === "case_return" && current !== null))
    .map(({ current: _, ...rest }) => rest);
}

const waiting = `
SELECT json_object('addressId', "addressId") AS row FROM "InboundMessage" WHERE "state" = 'new' AND "receivedAt" <= ?
GROUP BY "addressId" ORDER BY min("id") LIMIT ?`;

const due = `
SELECT json_object('id', m."id", 'account', m."account", 'attempt', m."attempt", 'class', m."class") AS row
FROM "OutboundMessage" m JOIN "Lane" l ON l."addressId" = m."addressId"
WHERE ${mayLeave}
ORDER BY m."notBefore" LIMIT ?`;

const expire = `UPDATE "OutboundMessage" SET "status" = 'expired', "reason" = 'its time had passed' WHERE "status" = 'queued' AND "expiresAt" <= ?`;

const expireHeld = `
UPDATE "OutboundMessage" SET "status" = 'expired', "reason" = 'the person did not write' WHERE "status" = 'held' AND "expiresAt" <= ?`;

// Here as elsewhere the words of the partial index are repeated, or SQLite would read every message there ever was.
const orphan = `
UPDATE "OutboundMessage" SET "status" = 'unknown', "reason" = 'the sender stopped half-way', "leaseUntil" = ?
WHERE "status" = 'sending' AND "status" IN ('sending', 'unknown') AND "leaseUntil" <= ?`;

const dueTimers = `
SELECT json_object('key', t."key", 'addressId', t."addressId", 'kind', t."kind", 'turn', t."turn", 'current', l."turn") AS row
FROM "Timer" t LEFT JOIN "Lane" l ON l."addressId" = t."addressId" WHERE t."dueAt" <= ? ORDER BY t."dueAt" LIMIT ?`;

const dropTimers = `DELETE FROM "Timer" WHERE "key" IN (SELECT value FROM json_each(?))`;
