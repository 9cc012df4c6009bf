import { z } from "zod";
import {
  type AddressSlice,
  type AudienceCount,
  type AudienceQuestion,
  audienceCount,
} from "../rows/notice.ts";
import type { Transaction } from "../store.ts";
import { meantInSlice } from "./audience.ts";
import { readRows } from "./read-rows.ts";
import type { Sql } from "./sql.ts";

const sliceEnd = z.object({ upTo: z.string() });

/** The next addresses after one, at most so many; null behind the last. */
export async function nextSlice(
  reader: Transaction,
  after: string,
  most: number,
): Promise<AddressSlice | null> {
  const [end] = await readRows(reader, sliceEnd, endOfSlice, { after, most });
  return end === undefined ? null : { after, upTo: end.upTo };
}

/** How many people of a slice an audience means, by what they would get and why they would not. */
export const countAudience = (
  reader: Transaction,
  question: AudienceQuestion,
  slice: AddressSlice,
): Promise<readonly AudienceCount[]> => readRows(reader, audienceCount, count, { ...question, ...slice });

/** Writes down the people of a slice who are to be sent a notice; gives back how many. */
export const freezeAudience = (
  sql: Sql,
  noticeId: string,
  question: AudienceQuestion,
  slice: AddressSlice,
): number => sql.run(freeze, JSON.stringify({ ...question, ...slice, noticeId }));

const endOfSlice = `
WITH "q" AS (SELECT ? AS "j")
SELECT json_object('upTo', max("addressId")) AS row FROM (
  SELECT "addressId" FROM "Lane" WHERE "addressId" > (SELECT "j" ->> '$.after' FROM "q") ORDER BY "addressId" LIMIT (SELECT "j" ->> '$.most' FROM "q"))
HAVING max("addressId") IS NOT NULL`;

const count = `${meantInSlice}
SELECT json_object('language', CASE WHEN "reason" IS NULL THEN "language" END, 'spoken', "spoken", 'channel', "channel", 'country', "country",
  'reason', "reason", 'people', count(*)) AS row
FROM "judged" GROUP BY "reason", "language", "spoken", "channel", "country"`;

const freeze = `
INSERT INTO "NoticeRecipient" ("noticeId", "addressId", "personId", "language", "channel", "account", "country", "state")
${meantInSlice}
SELECT (SELECT "j" ->> '$.noticeId' FROM "q"), "addressId", "personId", "language", "channel", "account", "country", 'frozen'
FROM "judged" WHERE "reason" IS NULL
ON CONFLICT ("noticeId", "addressId") DO NOTHING`;
