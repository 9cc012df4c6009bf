// The words that say who is meant by a notice and who may be sent it. Counting, freezing and sending share them, so that
// they cannot come to different answers. Each query takes one parameter, a JSON object.

/** What the parameter says, at this path. */
export const asked = (path: string): string => `(SELECT "j" ->> '$.${path}' FROM "q")`;

/** Whether a value is one of a list of the parameter; a list that is null leaves the question open. */
const isOneOf = (value: string, path: string): string =>
  `(${asked(path)} IS NULL OR ${value} IN (SELECT value FROM json_each((SELECT "j" FROM "q"), '$.${path}')))`;

const onNotices = `FROM "ConsentEntry" c WHERE c."addressId" = t."addressId" AND c."topic" = 'notices'`;
const stops = `(c."decision" = 'withdrawn' AND c."how" IN ('stop', 'provider'))`;

/** 0: the last word is no, or nothing was said; 1: it is yes; 2: it is yes, but STOP came once, so that only START or joining count. */
const lastWord = `(SELECT CASE
    WHEN coalesce(max(CASE c."decision" WHEN 'given' THEN c."at" END) > coalesce(max(CASE c."decision" WHEN 'withdrawn' THEN c."at" END), -1), 0)
    THEN 1 + max(${stops}) ELSE 0 END ${onNotices})`;

/** Whether START or joining came after STOP. */
const isOpenAgain = `(SELECT c."how" IN ('start', 'join') ${onNotices} AND (c."how" IN ('start', 'join') OR ${stops})
  ORDER BY c."at" DESC, c."decision" = 'withdrawn' DESC, c."id" DESC LIMIT 1)`;

/** What `mayReceive` of domain/consent.ts says of notices. */
const mayReceive = `(CASE ${lastWord} WHEN 1 THEN 1 WHEN 2 THEN ${isOpenAgain} ELSE 0 END)`;

/** Who uses an address today. */
const presentHolder = (addressId: string): string => `
  (SELECT h."personId" FROM "AddressHolder" h WHERE h."addressId" = ${addressId} AND h."until" IS NULL ORDER BY h."since" DESC LIMIT 1)`;

/** Another address she uses, from which she wrote later. Of two from which she wrote at the same time the first by id counts. */
const wroteLaterElsewhere = `EXISTS (
  SELECT 1 FROM "AddressHolder" o JOIN "Lane" ol ON ol."addressId" = o."addressId"
  WHERE o."personId" = t."personId" AND o."until" IS NULL AND o."addressId" <> t."addressId"
    AND (coalesce(ol."lastInboundAt", 0) > coalesce(t."lastInboundAt", 0)
      OR (coalesce(ol."lastInboundAt", 0) = coalesce(t."lastInboundAt", 0) AND o."addressId" < t."addressId"))
    AND ${presentHolder('o."addressId"')} = t."personId")`;

/** She was sent another notice lately, or is about to be. */
const wasMessaged = `(${asked("messagedSince")} IS NOT NULL AND EXISTS (
  SELECT 1 FROM "NoticeRecipient" r LEFT JOIN "OutboundMessage" m ON m."id" = r."messageId"
  WHERE (r."addressId" = t."addressId" OR r."personId" = t."personId") AND r."noticeId" <> coalesce(${asked("noticeId")}, '')
    AND ((m."queuedAt" > ${asked("messagedSince")} AND m."status" NOT IN ('cancelled', 'expired'))
      OR (r."state" = 'frozen' AND EXISTS (SELECT 1 FROM "Notice" n WHERE n."id" = r."noticeId" AND n."state" IN ('freezing', 'sending', 'paused'))))))`;

/** Why the person of a lane `t` may not be sent a notice whose text in `language` she would get; null where she may. */
const reason = `CASE
  WHEN t."state" = 'blocked' THEN 'blocked'
  WHEN t."state" <> 'open' THEN 'stopped'
  WHEN t."forgetAt" IS NOT NULL THEN 'no_consent'
  WHEN NOT ${mayReceive} THEN CASE WHEN EXISTS (SELECT 1 ${onNotices}) THEN 'opted_out' ELSE 'no_consent' END
  WHEN t."owner" = 'person' THEN 'with_person'
  WHEN "language" IS NULL THEN 'no_text'
  WHEN ${wasMessaged} THEN 'recently_messaged'
END`;

/** The language of the text she gets: her own, else the one for everybody else, if there are words in it. */
const textLanguage = `CASE
  WHEN t."spoken" IN (SELECT value FROM json_each((SELECT "j" FROM "q"), '$.texts')) THEN t."spoken"
  WHEN ${asked("fallback")} IN (SELECT value FROM json_each((SELECT "j" FROM "q"), '$.texts')) THEN ${asked("fallback")}
END`;

/** The people behind some addresses of the table `Lane`, each with the text she would get and why she may not: `judged`. */
const judged = (addresses: string, isMeant: string): string => `
WITH "q" AS (SELECT ? AS "j"),
"lanes" AS MATERIALIZED (
  SELECT l."addressId", l."account", l."state", l."owner", l."lastInboundAt", l."language" AS "spoken", l."turn", l."forgetAt",
    a."channel", a."country", a."identifier", ${presentHolder('l."addressId"')} AS "personId"
  FROM "Lane" l JOIN "Address" a ON a."id" = l."addressId" WHERE ${addresses}),
"meant" AS (SELECT t.*, ${textLanguage} AS "language" FROM "lanes" t LEFT JOIN "Person" p ON p."id" = t."personId" WHERE ${isMeant}),
"judged" AS (SELECT t.*, ${reason} AS "reason" FROM "meant" t)`;

const isAsked = `p."ageBand" IS NOT 'under18'
  AND (p."number" IS NOT NULL OR NOT ${asked("onlyMembers")})
  AND ${isOneOf('t."spoken"', "languages")} AND ${isOneOf('t."channel"', "channels")}
  AND ${isOneOf('p."place"', "places")} AND ${isOneOf('p."livelihood"', "livelihoods")}
  AND (${asked("seenSince")} IS NULL OR t."lastInboundAt" >= ${asked("seenSince")})
  AND NOT ${wroteLaterElsewhere}`;

/** The people of a slice of the addresses whom an audience means: one row for each person. */
export const meantInSlice = judged(
  `l."addressId" > ${asked("after")} AND l."addressId" <= ${asked("upTo")}`,
  isAsked,
);

/** The people behind the addresses listed in the parameter, whatever the audience was. */
export const meantByName = judged(
  `l."addressId" IN (SELECT value FROM json_each((SELECT "j" FROM "q"), '$.addressIds'))`,
  "true",
);
