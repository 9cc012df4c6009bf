import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { MigrationRefused } from "./migration-refused.ts";

/** One step of the database's history, as it lies in `prisma/migrations/<name>/migration.sql`. */
export interface Migration {
  readonly name: string;
  readonly sql: string;
  /** The checksums the file may be recorded under: as it is, and with the other system's line ends. */
  readonly checksums: readonly [string, ...string[]];
}

/**
 * Reads the migrations of a folder in the order of their names.
 * The checksum is Prisma's: the SHA-256 of the file in lower-case hex
 * (https://github.com/prisma/prisma-engines, schema-connector `checksum.rs`, which also allows for line ends).
 * @throws MigrationRefused when a migration has no readable file or two share a number.
 */
export async function readMigrations(folder: string): Promise<readonly Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  names.sort();
  refuseSharedNumbers(names);
  return Promise.all(names.map((name) => readMigration(folder, name)));
}

function refuseSharedNumbers(names: readonly string[]): void {
  const byNumber = new Map<string, string>();
  for (const name of names) {
    const number = name.split("_", 1)[0] ?? name;
    const earlier = byNumber.get(number);
    if (earlier !== undefined) {
      throw new MigrationRefused(
        "unreadable",
        `Two migrations have the number ${number}: ${earlier} and ${name}. Give the newer one the next number.`,
      );
    }
    byNumber.set(number, name);
  }
}

async function readMigration(folder: string, name: string): Promise<Migration> {
  const file = join(folder, name, "migration.sql");
  try {
    const sql = await readFile(file, "utf8");
    const unixLines = sql.replaceAll("\r\n", "\n");
    const windowsLines = unixLines.replaceAll("\n", "\r\n");
    return { name, sql, checksums: [sha256(sql), sha256(unixLines), sha256(windowsLines)] };
  } catch (cause) {
    throw new MigrationRefused("unreadable", `The migration ${name} has no readable migration.sql.`, {
      cause,
    });
  }
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
