import { z } from "zod";
import type { Transaction } from "../store.ts";

const found = z.array(z.object({ row: z.string() }));

/**
 * Runs a query whose every row is one JSON object in a column `row`, on any connection: what only reads need not wait
 * for the writers. Its one parameter is a JSON object.
 */
export async function readRows<Schema extends z.ZodType>(
  reader: Pick<Transaction, "$queryRawUnsafe">,
  schema: Schema,
  query: string,
  question: Readonly<Record<string, unknown>>,
): Promise<readonly z.output<Schema>[]> {
  const rows = found.parse(await reader.$queryRawUnsafe(query, JSON.stringify(question)));
  return rows.map(({ row }) => schema.parse(JSON.parse(row)));
}
