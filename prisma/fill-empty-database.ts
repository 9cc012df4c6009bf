import Database from "better-sqlite3";
import { z } from "zod";
import { fileOf } from "./sqlite/file-of.ts";

/** What says how the database is kept, not what is in it. */
const ownAffairs = new Set(["_prisma_migrations", "WriteGate"]);

/** How long to wait for whoever writes, in milliseconds. */
const lockTimeoutMs = 30_000;

const names = z.array(z.string());
const count = z.number();

/** Two databases at `file:` addresses, both brought up to date by the same migrations. */
export interface Filling {
  readonly from: string;
  readonly into: string;
}

/**
 * Copies everything from one database into another in a single transaction, if there is nothing in the other yet: all of it
 * or, where a row is there or the power fails, nothing. Says whether it was copied.
 */
export function fillEmptyDatabase({ from, into }: Filling): boolean {
  const database = new Database(fileOf(into), { fileMustExist: true, timeout: lockTimeoutMs });
  try {
    database.pragma("synchronous = FULL");
    // Rows come table by table, so a key may be written before what it points at; all are checked before the end.
    database.pragma("foreign_keys = OFF");
    database.prepare("ATTACH DATABASE ? AS source").run(fileOf(from));
    database.exec("BEGIN IMMEDIATE");
    const tables = tablesOf(database);
    const isEmpty = tables.every((table) => rowsIn(database, table) === 0);
    if (isEmpty) for (const table of tables) copy(database, table);
    refuseBrokenKeys(database);
    database.exec("COMMIT");
    return isEmpty;
  } finally {
    database.close();
  }
}

/** Whether nothing is kept at this address yet. */
export function isEmptyDatabase(databaseUrl: string): boolean {
  const database = new Database(fileOf(databaseUrl), { fileMustExist: true, timeout: lockTimeoutMs });
  try {
    return tablesOf(database).every((table) => rowsIn(database, table) === 0);
  } finally {
    database.close();
  }
}

const tablesOf = (database: Database): readonly string[] =>
  names
    .parse(
      database
        .prepare("SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
        .pluck(true)
        .all(),
    )
    .filter((name) => !ownAffairs.has(name));

const rowsIn = (database: Database, table: string): number =>
  count.parse(database.prepare(`SELECT count(*) FROM main."${table}"`).pluck(true).get());

function copy(database: Database, table: string): void {
  const columns = names
    .parse(database.prepare("SELECT name FROM pragma_table_info(?)").pluck(true).all(table))
    .map((column) => `"${column}"`)
    .join(", ");
  database.exec(`INSERT INTO main."${table}" (${columns}) SELECT ${columns} FROM source."${table}"`);
}

function refuseBrokenKeys(database: Database): void {
  const broken = database.prepare("PRAGMA main.foreign_key_check").all();
  if (broken.length > 0) throw new Error(`${broken.length} rows would point at rows that do not exist`);
}
