import { createHash } from "node:crypto";
import type { Store } from "../../prisma/store.ts";

/** What is longer nobody reads in a failure: its hash tells as well whether it changed. */
const readable = 3_000;
const hashOf = (bytes: string | Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** What a look alone may change: the writers' gate counts turns, and SQLite how many rows it numbered. */
const restless = ["WriteGate", "sqlite_sequence"];

/** All that is kept, table by table, but for the restless tables and those named. */
export async function kept(
  { read }: Pick<Store, "read">,
  except: readonly string[] = [],
): Promise<Readonly<Record<string, string>>> {
  const tables = await read.$queryRawUnsafe<readonly { readonly name: string }[]>(
    "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name",
  );
  const rows: Record<string, string> = {};
  for (const { name } of tables.filter((table) => ![...restless, ...except].includes(table.name))) {
    const text = JSON.stringify(await read.$queryRawUnsafe(`SELECT * FROM "${name}"`), (_key, value) => {
      if (value instanceof Uint8Array) return hashOf(value);
      return typeof value === "bigint" ? String(value) : value;
    });
    rows[name] = text.length > readable ? hashOf(text) : text;
  }
  return rows;
}
