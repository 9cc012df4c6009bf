import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import Database from "better-sqlite3";
import { z } from "zod";
import { MigrationRefused } from "../migration-refused.ts";
import type { MigrationStore, MigrationTransaction } from "../migration-store.ts";
import { enterWalMode } from "./enter-wal-mode.ts";
import { fileOf } from "./file-of.ts";

/** How long a process waits for another one's migration, in milliseconds. */
const lockTimeoutMs = 60_000;

/** Prisma's own history table on SQLite, column by column, so that its command line can read what we wrote. */
const historyTable = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id"                    TEXT PRIMARY KEY NOT NULL,
    "checksum"              TEXT NOT NULL,
    "finished_at"           DATETIME,
    "migration_name"        TEXT NOT NULL,
    "logs"                  TEXT,
    "rolled_back_at"        DATETIME,
    "started_at"            DATETIME NOT NULL DEFAULT current_timestamp,
    "applied_steps_count"   INTEGER UNSIGNED NOT NULL DEFAULT 0
)`;

const historyRows = z.array(
  z.object({ migration_name: z.string(), checksum: z.string(), finished_at: z.unknown() }),
);

/**
 * Opens the SQLite file at a `file:` address for migrating, on a connection of its own.
 * Foreign keys are not enforced while tables are being rebuilt (https://sqlite.org/lang_altertable.html, section 7),
 * so every key is checked before a migration may commit.
 * @throws MigrationRefused when the address is not a SQLite file.
 */
export function openMigrationStore(databaseUrl: string): MigrationStore {
  const file = sqliteFile(databaseUrl);
  mkdirSync(dirname(file), { recursive: true });
  const database = new Database(file, { timeout: lockTimeoutMs });
  enterWalMode(database, lockTimeoutMs);
  database.pragma("synchronous = FULL");
  database.pragma("foreign_keys = OFF");
  return {
    exclusively: (work) => exclusively(database, work),
    close: () => {
      database.close();
    },
  };
}

function sqliteFile(databaseUrl: string): string {
  if (!databaseUrl.startsWith("file:")) {
    throw new MigrationRefused(
      "unsupported",
      'Only SQLite can be migrated here: DATABASE_URL must begin with "file:".',
    );
  }
  return fileOf(databaseUrl);
}

async function exclusively<T>(
  database: Database,
  work: (transaction: MigrationTransaction) => Promise<T>,
): Promise<T> {
  database.exec("BEGIN IMMEDIATE");
  try {
    const result = await work(transactionOn(database));
    database.exec("COMMIT");
    return result;
  } catch (fault) {
    // A full disk, for one, has already undone it.
    if (database.inTransaction) database.exec("ROLLBACK");
    throw fault;
  }
}

function transactionOn(database: Database): MigrationTransaction {
  return {
    applied() {
      database.exec(historyTable);
      const rows = database
        .prepare(
          `SELECT migration_name, checksum, finished_at FROM _prisma_migrations
           WHERE rolled_back_at IS NULL ORDER BY started_at, migration_name`,
        )
        .all();
      return historyRows.parse(rows).map(({ migration_name: name, checksum, finished_at: finishedAt }) => ({
        name,
        checksum,
        finished: finishedAt !== null,
      }));
    },
    execute(sql) {
      database.exec(sql);
      const broken = database.prepare("PRAGMA foreign_key_check").all();
      if (broken.length > 0) throw new Error(`${broken.length} rows would point at rows that do not exist`);
    },
    record({ id, name, checksum, startedAt, finishedAt }) {
      database
        .prepare(
          `INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, started_at, applied_steps_count)
           VALUES (?, ?, ?, ?, ?, 1)`,
        )
        .run(id, checksum, finishedAt.getTime(), name, startedAt.getTime());
    },
  };
}
