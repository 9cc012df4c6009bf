import { createHash } from "node:crypto";
import { z } from "zod";
import type { Payload } from "../../../domain/payload.ts";
import type { TwilioClient } from "./client.ts";

/** Remembers which Content of Twilio's belongs to which set of choices, so that each is created once. */
export interface ContentStore {
  get(key: string): Promise<string | null>;
  put(key: string, sid: string): Promise<void>;
}

/** What WhatsApp can only show through a Content resource. */
export type InteractivePayload = Extract<Payload, { kind: "buttons" | "list" }>;

/** Gives the id (`HX...`) of the Content for these choices, or null where none could be made. Never throws. */
export type FindContent = (payload: InteractivePayload) => Promise<string | null>;

const created = z.object({ sid: z.string().startsWith("HX") });

/** A message is waiting meanwhile, and its choices can be said as text. In milliseconds. */
const timeout = 5000;

/** The choices without the text above them: that is variable 1, so one Content serves every prompt with these choices. */
const typesOf = (payload: InteractivePayload): Readonly<Record<string, unknown>> =>
  payload.kind === "buttons"
    ? {
        "twilio/quick-reply": {
          body: "{{1}}",
          actions: payload.buttons.map(({ id, label }) => ({ id, title: label })),
        },
      }
    : {
        "twilio/list-picker": {
          body: "{{1}}",
          button: payload.open,
          items: payload.rows.map(({ id, label, description }) => ({ id, item: label, description })),
        },
      };

/** The same choices have the same key, for ever and on every machine. */
const contentKey = (payload: InteractivePayload): string =>
  createHash("sha256")
    .update(JSON.stringify(typesOf(payload)))
    .digest("hex");

async function createContent(client: TwilioClient, payload: InteractivePayload): Promise<string | null> {
  const { request } = await client().then((twilio) => ({ request: twilio.request.bind(twilio) }));
  const response: { readonly body?: unknown } = await request({
    method: "post",
    uri: "https://content.twilio.com/v1/Content",
    headers: { "Content-Type": "application/json", Accept: "application/json" },
    data: {
      friendly_name: `choices-${contentKey(payload).slice(0, 16)}`,
      language: "en",
      variables: { "1": "Please choose" },
      types: typesOf(payload),
    },
    timeout,
  });
  const content = created.safeParse(response.body);
  return content.success ? content.data.sid : null;
}

/**
 * Finds or makes the Content for a set of buttons or a list.
 *
 * @see https://www.twilio.com/docs/content/content-api-resources
 */
export function contentFinder(client: TwilioClient, store: ContentStore): FindContent {
  const underWay = new Map<string, Promise<string | null>>();

  const find = async (key: string, payload: InteractivePayload): Promise<string | null> => {
    try {
      const known = await store.get(key);
      if (known !== null) return known;
      const sid = await createContent(client, payload);
      if (sid !== null) await store.put(key, sid);
      return sid;
    } catch {
      return null;
    } finally {
      underWay.delete(key);
    }
  };

  return (payload) => {
    const key = contentKey(payload);
    const search = underWay.get(key) ?? find(key, payload);
    underWay.set(key, search);
    return search;
  };
}
