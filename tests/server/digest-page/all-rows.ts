import type { Store } from "../../../prisma/store.ts";

/** Everything the database holds, table by table: two of these are equal when nothing was changed. */
export async function allRows({ read }: Pick<Store, "read">): Promise<Readonly<Record<string, string>>> {
  const tables = await read.$queryRawUnsafe<readonly { readonly name: string }[]>(
    "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name",
  );
  const rows: Record<string, string> = {};
  for (const { name } of tables)
    rows[name] = JSON.stringify(await read.$queryRawUnsafe(`SELECT * FROM "${name}"`), (_key, value) =>
      typeof value === "bigint" ? String(value) : value,
    );
  return rows;
}
