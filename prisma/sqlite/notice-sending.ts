import { z } from "zod";
import {
  type Recipient,
  type RecipientWrite,
  recipient,
  type WaitingGroup,
  waitingGroup,
} from "../rows/notice.ts";
import { meantByName } from "./audience.ts";
import { liveNotice, ofNotice } from "./notice-messages.ts";
import { asJson, type Sql } from "./sql.ts";

const address = z.object({ addressId: z.string() });
const accountCount = z.object({ account: z.string(), messages: z.number() });
const messageId = z.object({ id: z.string() });

/** The senders and countries of a notice's frozen recipients. */
export const waitingGroups = (sql: Sql, noticeId: string): readonly WaitingGroup[] =>
  sql.rows(waitingGroup, groups, noticeId);

/** How many messages of notices each sender of ours still has to send; held ones are not among them. */
export const noticesQueued = (sql: Sql): ReadonlyMap<string, number> =>
  new Map(sql.rows(accountCount, queued).map(({ account, messages }) => [account, messages]));

/** Frozen recipients of one group, at most so many, each as she can be reached now. */
export function takeRecipients(
  sql: Sql,
  noticeId: string,
  { account, country }: WaitingGroup,
  most: number,
): readonly Recipient[] {
  const addressIds = sql.rows(address, frozen, noticeId, account, country, most);
  if (addressIds.length === 0) return [];
  const question = {
    noticeId,
    addressIds: addressIds.map((row) => row.addressId),
    texts: ["-"],
    fallback: "-",
  };
  return sql.rows(recipient, present, JSON.stringify(question));
}

/** Keeps what became of frozen recipients. */
export function settleRecipients(sql: Sql, noticeId: string, settled: readonly RecipientWrite[]): void {
  if (settled.length > 0) sql.run(settle, asJson(settled.map((each) => ({ noticeId, ...each }))));
}

/**
 * Takes messages of a notice back that no sender has touched yet, at most so many, as if they had never been written:
 * their recipients are only frozen again. Gives back how many.
 */
export function recallNotice(sql: Sql, noticeId: string, most: number): number {
  const ids = sql.rows(messageId, untouched, ...keyRange(noticeId), most).map(({ id }) => id);
  if (ids.length === 0) return 0;
  sql.run(freezeAgain, asJson(ids));
  sql.run(removeMessages, asJson(ids));
  return ids.length;
}

/** Stops messages of a notice that have not left, at most so many; gives back how many. */
export const stopNotice = (
  sql: Sql,
  noticeId: string,
  becomes: "cancelled" | "expired",
  most: number,
): number => sql.run(stop, becomes, stoppedBecause[becomes], ...keyRange(noticeId), most);

const stoppedBecause = { cancelled: "the notice was cancelled", expired: "its time had passed" } as const;

/** Whether anything of a notice is still to be sent, or is on its way. */
export const hasUnsettled = (sql: Sql, noticeId: string): boolean =>
  sql.rows(messageId, unsettled, noticeId, ...keyRange(noticeId)).length > 0;

/** The first and the last key that messages of a notice can have. */
export const keyRange = (noticeId: string): readonly [string, string] => [
  `notice:${noticeId}:`,
  `notice:${noticeId};`,
];

const groups = `
SELECT DISTINCT json_object('account', "account", 'country', "country") AS row FROM "NoticeRecipient"
WHERE "noticeId" = ? AND "state" = 'frozen'`;

const queued = `
SELECT json_object('account', "account", 'messages', count(*)) AS row FROM "OutboundMessage" m INDEXED BY "OutboundMessage_noticeLive_idx"
WHERE ${liveNotice} AND m."status" = 'queued' GROUP BY "account"`;

const frozen = `
SELECT json_object('addressId', "addressId") AS row FROM "NoticeRecipient"
WHERE "noticeId" = ? AND "state" = 'frozen' AND "account" = ? AND "country" IS ? LIMIT ?`;

// What she was to read was settled when she was frozen; why she may not be written to is asked anew.
const present = `${meantByName}
SELECT json_object('addressId', r."addressId", 'language', r."language", 'personId', r."personId", 'presentPersonId', t."personId",
  'reason', t."reason",
  'before', (SELECT count(*) FROM "NoticeRecipient" b WHERE b."addressId" = r."addressId" AND b."state" = 'queued'),
  'lane', json_object('addressId', t."addressId", 'channel', t."channel", 'identifier', t."identifier", 'country', t."country",
    'account', t."account", 'state', t."state", 'owner', t."owner", 'language', t."spoken", 'turn', t."turn", 'lastInboundAt', t."lastInboundAt")) AS row
FROM "judged" t JOIN "NoticeRecipient" r ON r."noticeId" = (SELECT "j" ->> '$.noticeId' FROM "q") AND r."addressId" = t."addressId"`;

// Without the plus sign SQLite would go through the index of those that wait, for each of them.
const settle = `
UPDATE "NoticeRecipient" AS r SET "state" = j.value ->> 'state', "reason" = j.value ->> 'reason', "messageId" = j.value ->> 'messageId'
FROM json_each(?) j WHERE r."noticeId" = j.value ->> 'noticeId' AND r."addressId" = j.value ->> 'addressId' AND +r."state" = 'frozen'`;

const untouched = `
SELECT json_object('id', m."id") AS row FROM "OutboundMessage" m INDEXED BY "OutboundMessage_noticeLive_idx"
WHERE ${liveNotice} AND m."status" IN ('queued', 'held') AND ${ofNotice}
  AND NOT EXISTS (SELECT 1 FROM "SendAttempt" s WHERE s."messageId" = m."id") LIMIT ?`;

const freezeAgain = `
UPDATE "NoticeRecipient" SET "state" = 'frozen', "messageId" = NULL WHERE "messageId" IN (SELECT value FROM json_each(?))`;

const removeMessages = `DELETE FROM "OutboundMessage" WHERE "id" IN (SELECT value FROM json_each(?))`;

const stop = `
UPDATE "OutboundMessage" SET "status" = ?, "reason" = ? WHERE "id" IN (
  SELECT m."id" FROM "OutboundMessage" m INDEXED BY "OutboundMessage_noticeLive_idx"
  WHERE ${liveNotice} AND m."status" IN ('queued', 'held') AND ${ofNotice} LIMIT ?)`;

const unsettled = `
SELECT json_object('id', "addressId") AS row FROM (SELECT "addressId" FROM "NoticeRecipient" WHERE "noticeId" = ? AND "state" = 'frozen' LIMIT 1)
UNION ALL
SELECT json_object('id', "id") FROM (SELECT m."id" FROM "OutboundMessage" m INDEXED BY "OutboundMessage_noticeLive_idx"
  WHERE ${liveNotice} AND ${ofNotice} LIMIT 1)`;
