import { z } from "zod";
import type { Payload } from "../../domain/payload.ts";

const choice = z.object({ id: z.string(), label: z.string() });
const row = choice.extend({ description: z.string().exactOptional() });

/** A payload as it lies in the outbox. */
export const storedPayload: z.ZodType<Payload> = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("text"), text: z.string() }),
  z.object({ kind: z.literal("buttons"), text: z.string(), buttons: z.array(choice) }),
  z.object({ kind: z.literal("list"), text: z.string(), open: z.string(), rows: z.array(row) }),
  z.object({ kind: z.literal("keyboard"), text: z.string(), rows: z.array(z.array(choice)) }),
  z.object({ kind: z.literal("template"), template: z.string(), language: z.string(), text: z.string() }),
]);
