import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import Database from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { migrate } from "../../prisma/migrate.ts";
import { readMigrations } from "../../prisma/read-migrations.ts";
import { openMigrationStore } from "../../prisma/sqlite/open-migration-store.ts";

let folder: string;
let databaseFile: string;
const people = 'CREATE TABLE "person" ("id" TEXT PRIMARY KEY NOT NULL);\n';
const addresses =
  'CREATE TABLE "address" ("id" TEXT PRIMARY KEY NOT NULL, "person" TEXT NOT NULL REFERENCES "person"("id"));\n';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "migrate-"));
  databaseFile = join(folder, "var", "test.db");
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function write(name: string, sql: string): Promise<void> {
  await mkdir(join(folder, "migrations", name), { recursive: true });
  await writeFile(join(folder, "migrations", name, "migration.sql"), sql);
}

async function bringUpToDate(): Promise<readonly string[]> {
  const store = openMigrationStore(`file:${databaseFile}`);
  let minutes = 0;
  let ids = 0;
  try {
    return await migrate({
      store,
      migrations: await readMigrations(join(folder, "migrations")),
      clock: { now: () => new Date(Date.UTC(2026, 0, 1, 0, minutes++)) },
      newId: () => `id-${++ids}`,
    });
  } finally {
    await store.close();
  }
}

function query(sql: string): unknown[] {
  const database = new Database(databaseFile);
  try {
    return database.prepare(sql).all();
  } finally {
    database.close();
  }
}

describe("a database is brought up to date", () => {
  test("applies every migration once, in the order of their numbers", async () => {
    await write("0002_addresses", addresses);
    await write("0001_people", people);
    expect(await bringUpToDate()).toEqual(["0001_people", "0002_addresses"]);
    expect(await bringUpToDate()).toEqual([]);
  });

  test("writes the history that Prisma's own command line reads", async () => {
    await write("0001_people", people);
    await bringUpToDate();
    expect(query("SELECT * FROM _prisma_migrations")).toEqual([
      {
        id: "id-1",
        checksum: createHash("sha256").update(people).digest("hex"),
        finished_at: Date.UTC(2026, 0, 1, 0, 1),
        migration_name: "0001_people",
        logs: null,
        rolled_back_at: null,
        started_at: Date.UTC(2026, 0, 1, 0, 0),
        applied_steps_count: 1,
      },
    ]);
  });

  test("keeps a file that was checked out with the line ends of another system", async () => {
    await write("0001_people", people);
    await bringUpToDate();
    await write("0001_people", people.replaceAll("\n", "\r\n"));
    expect(await bringUpToDate()).toEqual([]);
  });

  test("goes on after a migration that Prisma marked as rolled back", async () => {
    await write("0001_people", people);
    await bringUpToDate();
    const database = new Database(databaseFile);
    database.exec(
      `DROP TABLE person; UPDATE _prisma_migrations SET id = 'older', finished_at = NULL, rolled_back_at = 1`,
    );
    database.close();
    expect(await bringUpToDate()).toEqual(["0001_people"]);
  });

  test("four processes that start together apply each migration once", async () => {
    await write("0001_people", people);
    await write("0002_addresses", addresses);
    const program = `
      import { randomUUID } from "node:crypto";
      import { migrate } from "./prisma/migrate.ts";
      import { readMigrations } from "./prisma/read-migrations.ts";
      import { openMigrationStore } from "./prisma/sqlite/open-migration-store.ts";
      const atOnce = ${Date.now() + 800};
      while (Date.now() < atOnce);
      const store = openMigrationStore(${JSON.stringify(`file:${databaseFile}`)});
      const migrations = await readMigrations(${JSON.stringify(join(folder, "migrations"))});
      const done = await migrate({ store, migrations, clock: { now: () => new Date() }, newId: randomUUID });
      console.log(JSON.stringify(done));`;
    const run = () =>
      promisify(execFile)(process.execPath, ["--input-type=module-typescript", "-e", program]);
    const outputs = await Promise.all([run(), run(), run(), run()]);
    const applied = outputs.flatMap(({ stdout }): unknown => JSON.parse(stdout));
    expect(applied.toSorted()).toEqual(["0001_people", "0002_addresses"]);
  });
});

describe("the server does not start on a history it cannot trust", () => {
  test("when an applied migration was changed afterwards", async () => {
    await write("0001_people", people);
    await bringUpToDate();
    await write("0001_people", `${people}-- one more line\n`);
    await expect(bringUpToDate()).rejects.toMatchObject({
      code: "changed",
      message: expect.stringContaining("0001_people was changed after it was applied"),
    });
  });

  test("when the database was written by a newer version", async () => {
    await write("0001_people", people);
    await write("0002_addresses", addresses);
    await bringUpToDate();
    await rm(join(folder, "migrations", "0002_addresses"), { recursive: true });
    await expect(bringUpToDate()).rejects.toMatchObject({ code: "unknown" });
  });

  test("when another tool began a migration and never finished it", async () => {
    await write("0001_people", people);
    await bringUpToDate();
    const database = new Database(databaseFile);
    database.exec("UPDATE _prisma_migrations SET finished_at = NULL");
    database.close();
    await expect(bringUpToDate()).rejects.toMatchObject({ code: "unfinished" });
  });

  test("when a migration fails half way, and nothing of it stays", async () => {
    await write("0001_people", `${people}INSERT INTO nowhere VALUES (1);`);
    await expect(bringUpToDate()).rejects.toMatchObject({
      code: "failed",
      message: expect.stringContaining("0001_people failed and was undone: no such table: nowhere"),
    });
    expect(query("SELECT name FROM sqlite_schema WHERE name IN ('person', '_prisma_migrations')")).toEqual(
      [],
    );
  });

  test("when a migration leaves a row pointing at nobody", async () => {
    await write("0001_people", people + addresses);
    await write("0002_orphan", "INSERT INTO address VALUES ('a', 'nobody');");
    await expect(bringUpToDate()).rejects.toMatchObject({ code: "failed" });
    expect(query("SELECT * FROM address")).toEqual([]);
  });

  test("when two migrations have the same number", async () => {
    await write("0001_people", people);
    await write("0001_addresses", addresses);
    await expect(bringUpToDate()).rejects.toMatchObject({ code: "unreadable" });
  });

  test("when a migration has no file", async () => {
    await mkdir(join(folder, "migrations", "0001_people"), { recursive: true });
    await expect(bringUpToDate()).rejects.toMatchObject({ code: "unreadable" });
  });

  test("when the address is not a SQLite file", () => {
    expect(() => openMigrationStore("postgresql://localhost/x")).toThrow('must begin with "file:"');
  });
});
