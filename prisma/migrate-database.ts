import { fileURLToPath } from "node:url";
import type { Clock } from "../domain/clock.ts";
import { migrate } from "./migrate.ts";
import { readMigrations } from "./read-migrations.ts";
import { openMigrationStore } from "./sqlite/open-migration-store.ts";

/** What `migrateDatabase` needs from outside. */
export interface MigrateDatabaseOptions {
  readonly databaseUrl: string;
  readonly clock: Pick<Clock, "now">;
  readonly newId: () => string;
}

/** Where the migrations of this version lie. */
export const migrationsFolder = fileURLToPath(new URL("./migrations/", import.meta.url));

/**
 * Makes the database at this address if need be and brings it up to date; returns the names of what it applied.
 * @throws MigrationRefused when it cannot be done; nothing may be served from the database then.
 */
export async function migrateDatabase(options: MigrateDatabaseOptions): Promise<readonly string[]> {
  const migrations = await readMigrations(migrationsFolder);
  const store = openMigrationStore(options.databaseUrl);
  try {
    return await migrate({ ...options, store, migrations });
  } finally {
    await store.close();
  }
}
