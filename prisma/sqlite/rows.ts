import { z } from "zod";
import type { Transaction } from "../store.ts";

/** Rows as one JSON parameter: a batch of any size is one statement, prepared once. */
export const asJson = (rows: readonly unknown[]): string => JSON.stringify(rows);

const jsonRow = z.array(z.object({ row: z.string() }));

/** Runs a query whose every row is one JSON object in a column named `row`, and checks each. */
export async function jsonRows<Schema extends z.ZodType>(
  tx: Transaction,
  row: Schema,
  sql: string,
  ...parameters: readonly (string | number | null)[]
): Promise<readonly z.output<Schema>[]> {
  const found = jsonRow.parse(await tx.$queryRawUnsafe(sql, ...parameters));
  return found.map((each) => row.parse(JSON.parse(each.row)));
}

/** Runs a statement that gives nothing back; tells how many rows it changed. */
export const execute = (
  tx: Transaction,
  sql: string,
  ...parameters: readonly (string | number | null)[]
): Promise<number> => tx.$executeRawUnsafe(sql, ...parameters);
