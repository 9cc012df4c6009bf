import {
  type Aftermath,
  aftermath,
  type ReportedRecipient,
  reportedRecipient,
  type StandingCount,
  standingCount,
} from "../rows/notice.ts";
import type { Transaction } from "../store.ts";
import { asked } from "./audience.ts";
import { anyNotice } from "./notice-messages.ts";
import { keyRange } from "./notice-sending.ts";
import { readRows } from "./read-rows.ts";

const questionOf = (noticeId: string) => {
  const [from, to] = keyRange(noticeId);
  return { noticeId, from, to };
};

/** How many recipients of a notice stand how. */
export const noticeStanding = (reader: Transaction, noticeId: string): Promise<readonly StandingCount[]> =>
  readRows(reader, standingCount, standing, questionOf(noticeId));

/** What recipients did within so many milliseconds after they were sent a notice. */
export async function noticeAftermath(
  reader: Transaction,
  noticeId: string,
  withinMs: number,
): Promise<Aftermath> {
  const [found] = await readRows(reader, aftermath, after, { ...questionOf(noticeId), withinMs });
  return found ?? { replied: 0, optedOut: 0 };
}

/** The recipients of a notice behind an address, in the order of addresses, at most so many. */
export const reportRecipients = (
  reader: Transaction,
  noticeId: string,
  behind: string,
  most: number,
): Promise<readonly ReportedRecipient[]> =>
  readRows(reader, reportedRecipient, report, { ...questionOf(noticeId), behind, most });

const question = `WITH "q" AS (SELECT ? AS "j")`;
const itsMessages = `${anyNotice} AND m."key" > ${asked("from")} AND m."key" < ${asked("to")}`;
const gaveUp = `m."status" IN ('failed', 'undeliverable')`;

const standing = `${question}
SELECT json_object('recipient', "state", 'message', NULL, 'reason', "reason", 'people', count(*)) AS row
FROM "NoticeRecipient" WHERE "noticeId" = ${asked("noticeId")} AND "state" <> 'queued' GROUP BY "state", "reason"
UNION ALL
SELECT json_object('recipient', 'queued', 'message', m."status", 'reason', NULL, 'people', count(*))
FROM "OutboundMessage" m WHERE ${itsMessages} AND NOT (${gaveUp}) GROUP BY m."status"
UNION ALL
SELECT json_object('recipient', 'queued', 'message', m."status", 'reason', m."reason", 'people', count(*))
FROM "OutboundMessage" m WHERE ${itsMessages} AND ${gaveUp} GROUP BY m."status", m."reason"`;

const within = (moment: string): string =>
  `${moment} > m."sentAt" AND ${moment} <= m."sentAt" + ${asked("withinMs")}`;

const after = `${question}
SELECT json_object(
  'replied', coalesce(sum(l."lastInboundAt" > m."sentAt" AND EXISTS (SELECT 1 FROM "InboundMessage" i
    WHERE i."addressId" = r."addressId" AND ${within('i."receivedAt"')})), 0),
  'optedOut', coalesce(sum(EXISTS (SELECT 1 FROM "ConsentEntry" c
    WHERE c."addressId" = r."addressId" AND c."topic" = 'notices' AND c."decision" = 'withdrawn' AND ${within('c."at"')})), 0)) AS row
FROM "NoticeRecipient" r JOIN "OutboundMessage" m ON m."id" = r."messageId" JOIN "Lane" l ON l."addressId" = r."addressId"
WHERE r."noticeId" = ${asked("noticeId")} AND m."sentAt" IS NOT NULL`;

const report = `${question}
SELECT json_object('addressId', r."addressId", 'memberNumber', p."number", 'identifier', a."identifier", 'channel', r."channel",
  'language', r."language", 'recipient', r."state", 'message', m."status", 'reason', coalesce(r."reason", m."reason"), 'sentAt', m."sentAt",
  'code', (SELECT max(o."code") FROM "MessagePart" o WHERE o."messageId" = m."id")) AS row
FROM "NoticeRecipient" r JOIN "Address" a ON a."id" = r."addressId"
LEFT JOIN "Person" p ON p."id" = r."personId" LEFT JOIN "OutboundMessage" m ON m."id" = r."messageId"
WHERE r."noticeId" = ${asked("noticeId")} AND r."addressId" > ${asked("behind")} ORDER BY r."addressId" LIMIT ${asked("most")}`;
