import { z } from "zod";
import type { Session } from "../../flows/engine/session.ts";

const value = z.union([z.string(), z.number(), z.array(z.string())]);

/** A session as it lies in the database: written by us, yet perhaps by an older version. */
export const storedSession: z.ZodType<Session> = z.object({
  flow: z.string(),
  version: z.number(),
  answers: z.record(z.string(), z.object({ value, rev: z.number() })),
  asked: z
    .object({
      key: z.string(),
      rev: z.number(),
      options: z.array(z.string()),
      labels: z.array(z.string()).exactOptional(),
      page: z.number(),
      about: z.string().exactOptional(),
    })
    .nullable(),
  said: z.array(z.string()),
  ran: z.array(z.string()),
  retries: z.number(),
});
