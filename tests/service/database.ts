import Database from "better-sqlite3";

/** What lies on the disk, read past the service by another connection. */
export interface DatabaseView {
  rows(sql: string, ...values: readonly (string | number)[]): readonly Record<string, unknown>[];
  /** How many rows each table holds that a person or a provider can fill. */
  counts(): Readonly<Record<string, number>>;
  /** Every row of every table that a person or a provider can fill: equal before and after where nothing was changed. */
  everything(): readonly string[];
}

/** What is on the disk in one place and not in the other. */
export const difference = (before: readonly string[], after: readonly string[]): readonly string[] => [
  ...new Set(before).symmetricDifference(new Set(after)),
];

/** Tables that move by themselves: the writers' queue, the list positions of the catch-up, the migrations. */
const restless = ["WriteGate", "ProviderCursor", "_prisma_migrations"];

/** Looks into a database file; each look is a connection of its own, which sees all that was committed. */
export function viewDatabase(file: string): DatabaseView {
  const rows = (sql: string, ...values: readonly (string | number)[]): Record<string, unknown>[] => {
    const database = new Database(file, { readonly: true });
    try {
      return database.prepare(sql).all(...values) as Record<string, unknown>[];
    } finally {
      database.close();
    }
  };
  const tables = (): readonly string[] =>
    rows("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
      .map(({ name }) => String(name))
      .filter((name) => !restless.includes(name));
  return {
    rows,
    counts: () =>
      Object.fromEntries(
        tables().map((table) => [table, Number(rows(`SELECT count(*) AS n FROM "${table}"`)[0]?.n)]),
      ),
    everything: () =>
      tables().flatMap((table) =>
        rows(`SELECT * FROM "${table}"`).map((row) => `${table} ${JSON.stringify(row)}`),
      ),
  };
}
