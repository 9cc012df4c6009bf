import type { Store } from "../../prisma/store.ts";
import { allRows } from "../server/digest-page/all-rows.ts";

/** All that is kept, table by table, but for tables that a look alone may change; the writers' gate only counts turns. */
export async function kept(
  store: Pick<Store, "read">,
  except: readonly string[] = [],
): Promise<Readonly<Record<string, string>>> {
  const tables = Object.entries(await allRows(store));
  return Object.fromEntries(tables.filter(([name]) => ![...except, "WriteGate"].includes(name)));
}
