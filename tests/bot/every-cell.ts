import { readFileSync } from "node:fs";
import { z } from "zod";
import type { Store } from "../../prisma/store.ts";

const rows = z.array(z.record(z.string(), z.unknown()));

/** All that stands in any column of any table, as one text to search in. */
export async function everyCell(store: Store): Promise<string> {
  const schema = readFileSync("prisma/schema.prisma", "utf8");
  const tables = [...schema.matchAll(/^model (\w+) \{/gm)].map(([, name]) => name);
  const cells: string[] = [];
  for (const table of tables) {
    const found = rows.parse(await store.read.$queryRawUnsafe(`SELECT * FROM "${table}"`));
    for (const row of found) cells.push(...Object.values(row).map(String));
  }
  return cells.join("\n");
}
