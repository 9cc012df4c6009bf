import { type Scene, scene } from "../rows/scene.ts";
import { asJson, type Sql } from "./sql.ts";

/** Everything a turn needs to know about each address, in one query whatever their number. */
export const loadScenes = (sql: Sql, addressIds: readonly string[]): readonly Scene[] =>
  sql.rows(scene, scenes, asJson(addressIds));

const scenes = `
SELECT json_object(
  'lane', json_object('addressId', l."addressId", 'channel', a."channel", 'identifier', a."identifier", 'country', a."country",
    'account', l."account", 'state', l."state", 'owner', l."owner", 'language', l."language", 'turn', l."turn",
    'lastInboundAt', l."lastInboundAt"),
  'person', CASE WHEN p."id" IS NULL THEN NULL ELSE json_object('id', p."id", 'number', p."number", 'language', p."language",
    'name', p."name", 'place', p."place", 'work', p."work", 'workOther', p."workOther", 'ageBand', p."ageBand",
    'sharedPhone', p."sharedPhone", 'jobAlerts', p."jobAlerts",
    'livelihood', p."livelihood", 'years', p."years") END,
  'employer', json((SELECT json_object('id', e."id", 'name', e."name", 'state', e."state") FROM "EmployerContact" c
    JOIN "Employer" e ON e."id" = c."employerId" WHERE c."addressId" = l."addressId" AND c."until" IS NULL ORDER BY c."since" DESC LIMIT 1)),
  'isHolding', EXISTS (SELECT 1 FROM "OutboundMessage" h WHERE h."addressId" = l."addressId" AND h."status" = 'held'),
  'isAttestor', p."id" IS NULL AND EXISTS (SELECT 1 FROM "OutboundMessage" q WHERE q."addressId" = l."addressId" AND q."topic" = 'attestation'),
  'sessions', json((SELECT json_group_array(json_object('flow', s."flow", 'version', s."version", 'state', json(s."state"), 'openedAt', s."openedAt"))
    FROM (SELECT * FROM "Session" WHERE "addressId" = l."addressId" ORDER BY "openedAt", rowid) s)),
  'mail', json((SELECT json_object('id', m."id", 'account', m."account", 'kind', m."kind", 'text', m."text", 'choice', m."choice",
      'providerAnswered', m."providerAnswered", 'requestId', m."requestId", 'receivedAt', m."receivedAt", 'attempts', m."attempts")
    FROM "InboundMessage" m INDEXED BY "InboundMessage_waiting_idx" WHERE m."addressId" = l."addressId" AND m."state" = 'new' ORDER BY m."id" LIMIT 1)),
  'hasMoreMail', (SELECT count(*) FROM (SELECT 1 FROM "InboundMessage" m WHERE m."addressId" = l."addressId" AND m."state" = 'new' LIMIT 2)) > 1
) AS row
FROM json_each(?) j
JOIN "Lane" l ON l."addressId" = j.value
JOIN "Address" a ON a."id" = l."addressId"
LEFT JOIN "Person" p ON p."id" = (SELECT h."personId" FROM "AddressHolder" h
  WHERE h."addressId" = l."addressId" AND h."until" IS NULL ORDER BY h."since" DESC LIMIT 1)
ORDER BY j.key`;
