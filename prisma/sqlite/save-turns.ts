import { dayMs, type Moment } from "../../domain/moment.ts";
import type { TurnWrite } from "../rows/scene.ts";
import { asJson, type Sql } from "./sql.ts";

/** How long what was held may still leave once the person has written, in milliseconds: as long as WhatsApp takes any text then. */
const releasedForMs = dayMs;

/** Keeps what a batch of turns changed: one statement a table. */
export function saveTurns(sql: Sql, turns: readonly TurnWrite[], now: Moment): void {
  sql.run(updateLanes, asJson(turns.map(({ addressId, lane }) => ({ addressId, ...lane }))));
  const handled = turns.flatMap(({ inboundId }) => (inboundId === null ? [] : [inboundId]));
  if (handled.length > 0) sql.run(markDone, now, asJson(handled));
  const heard = turns.flatMap(({ addressId, inboundId }) => (inboundId === null ? [] : [addressId]));
  if (heard.length > 0) {
    sql.run(hurryReplies, now, asJson(heard));
    sql.run(releaseHeld, now, now + releasedForMs, asJson(heard));
  }
  const closed = turns.flatMap(({ addressId, closed: flows }) => flows.map((flow) => ({ addressId, flow })));
  if (closed.length > 0) sql.run(closeSessions, asJson(closed));
  const open = turns.flatMap(({ addressId, sessions }) =>
    sessions.map((session) => ({ addressId, ...session })),
  );
  if (open.length > 0) sql.run(keepSessions, asJson(open));
  const timers = turns.flatMap(({ timer }) => (timer === null ? [] : [timer]));
  if (timers.length > 0) sql.run(setTimers, asJson(timers));
}

const updateLanes = `
UPDATE "Lane" SET "account" = j.value ->> 'account', "state" = j.value ->> 'state', "owner" = j.value ->> 'owner',
  "language" = j.value ->> 'language', "turn" = j.value ->> 'turn', "lastInboundAt" = j.value ->> 'lastInboundAt',
  "forgetAt" = j.value ->> 'forgetAt'
FROM json_each(?) j WHERE "Lane"."addressId" = j.value ->> 'addressId'`;

const markDone = `
UPDATE "InboundMessage" SET "state" = 'done', "handledAt" = ? WHERE "id" IN (SELECT value FROM json_each(?))`;

// Somebody who writes can be reached: replies that waited for her phone need not wait, and a reminder is out of date.
const hurryReplies = `
UPDATE "OutboundMessage" SET "notBefore" = CASE "class" WHEN 'reply' THEN ? ELSE "notBefore" END,
  "status" = CASE "class" WHEN 'reminder' THEN 'cancelled' ELSE "status" END,
  "reason" = CASE "class" WHEN 'reminder' THEN 'the person wrote meanwhile' ELSE "reason" END
WHERE "addressId" IN (SELECT value FROM json_each(?)) AND "status" = 'queued'
  AND "status" IN ('queued', 'sending', 'unknown') AND "class" IN ('reply', 'reminder')`;

// She has written, so her channel takes any text again.
const releaseHeld = `
UPDATE "OutboundMessage" SET "status" = 'queued', "notBefore" = ?, "expiresAt" = ?
WHERE "addressId" IN (SELECT value FROM json_each(?)) AND "status" = 'held'`;

const closeSessions = `
DELETE FROM "Session" WHERE ("addressId", "flow") IN (SELECT value ->> 'addressId', value ->> 'flow' FROM json_each(?))`;

const keepSessions = `
INSERT INTO "Session" ("addressId", "flow", "version", "state", "openedAt")
SELECT value ->> 'addressId', value ->> 'flow', value ->> 'version', value -> 'state', value ->> 'openedAt' FROM json_each(?) WHERE true
ON CONFLICT ("addressId", "flow") DO UPDATE SET "version" = excluded."version", "state" = excluded."state", "openedAt" = excluded."openedAt"`;

const setTimers = `
INSERT INTO "Timer" ("key", "addressId", "kind", "turn", "dueAt")
SELECT value ->> 'key', value ->> 'addressId', value ->> 'kind', value ->> 'turn', value ->> 'dueAt' FROM json_each(?) WHERE true
ON CONFLICT ("key") DO UPDATE SET "turn" = excluded."turn", "dueAt" = excluded."dueAt", "kind" = excluded."kind"`;
