import type { Moment } from "../../domain/moment.ts";

/**
 * When a queued message `m` on the lane `l` may leave: its time has come and has not passed, and the person has not
 * stopped us (what answers STOP itself still leaves).
 *
 * Nothing overtakes what is under way, nor a reply; but a reply waits for nothing else: neither until morning behind a
 * reminder nor for the gap that whatever is no reply must keep on its lane. Takes `mayLeaveParameters`.
 *
 * That a status is one of the live ones is said in the very words of the partial index, or SQLite would not use it and
 * would read a lane's whole history instead.
 */
export const mayLeave = `m."status" = 'queued' AND m."status" IN ('queued', 'sending', 'unknown') AND m."notBefore" <= ? AND m."expiresAt" > ?
  AND (l."state" = 'open' OR (l."state" = 'stopped' AND m."topic" = 'service'))
  AND (m."class" = 'reply' OR l."spacedUntil" IS NULL OR l."spacedUntil" <= ?)
  AND NOT EXISTS (SELECT 1 FROM "OutboundMessage" e WHERE e."addressId" = m."addressId" AND e."seq" < m."seq"
    AND e."status" IN ('queued', 'sending', 'unknown')
    AND (e."status" IN ('sending', 'unknown') OR (e."status" = 'queued' AND (e."class" = 'reply' OR (m."class" <> 'reply' AND e."notBefore" <= ?)))))`;

export const mayLeaveParameters = (now: Moment): readonly [Moment, Moment, Moment, Moment] => [
  now,
  now,
  now,
  now,
];
