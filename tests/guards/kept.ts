import { createHash } from "node:crypto";
import type { Store } from "../../prisma/store.ts";
import { allRows } from "../server/digest-page/all-rows.ts";

/** What is longer nobody reads in a failure: its hash tells as well whether it changed. */
const readable = 3_000;
const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex");

/** All that is kept, table by table, but for tables that a look alone may change; the writers' gate only counts turns. */
export async function kept(
  store: Pick<Store, "read">,
  except: readonly string[] = [],
): Promise<Readonly<Record<string, string>>> {
  const tables = Object.entries(await allRows(store));
  const left = [...except, "WriteGate", "sqlite_sequence"];
  return Object.fromEntries(
    tables
      .filter(([name]) => !left.includes(name))
      .map(([name, rows]) => [name, rows.length > readable ? hashOf(rows) : rows]),
  );
}
