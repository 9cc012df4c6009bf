import { existsSync } from "node:fs";
import { migrationsFolder } from "../../prisma/migrate-database.ts";
import { readMigrations } from "../../prisma/read-migrations.ts";
import { DurableSqlite } from "../../prisma/sqlite/durable-sqlite.ts";
import { bad, type Check, type Finding, good } from "./check.ts";

/** The database file: there, whole, durable and up to date. */
export const databaseCheck: Check = {
  name: "Database",
  async look({ config }) {
    const url = config.databaseUrl;
    if (!url.startsWith("file:")) return bad('DATABASE_URL must begin with "file:"');
    const file = url.slice("file:".length);
    if (!existsSync(file)) return good(`${file} is not there yet; npm start makes it`);
    try {
      return await examine(file, url);
    } catch (fault) {
      return bad(`${file}: ${fault instanceof Error ? fault.message : String(fault)}`);
    }
  },
};

async function examine(file: string, url: string): Promise<Finding> {
  const connection = await new DurableSqlite(url).connect();
  try {
    const ask = async (sql: string): Promise<readonly string[]> => {
      const { rows } = await connection.queryRaw({ sql, args: [], argTypes: [] });
      return rows.map(([first]) => String(first));
    };
    const faults = (await ask("PRAGMA quick_check")).filter((answer) => answer !== "ok");
    if (faults.length > 0) return bad(`${file} is damaged: ${faults[0]}. Restore the last backup`);
    const applied = await ask("SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL");
    const known = (await readMigrations(migrationsFolder)).map(({ name }) => name);
    const waiting = known.filter((name) => !applied.includes(name));
    if (waiting.length > 0) return bad(`${file} lacks ${waiting.join(", ")}. Type: npm run db:migrate`);
    return good(`${file}, ${applied.length} of ${known.length} migrations, every commit on disk`);
  } finally {
    await connection.dispose();
  }
}
