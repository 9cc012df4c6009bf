import { randomUUID } from "node:crypto";
import { systemClock } from "../domain/clock.ts";
import { migrateDatabase } from "../prisma/migrate-database.ts";
import { MigrationRefused } from "../prisma/migration-refused.ts";

// `npm run db:migrate`: brings the database up to date without starting the server.
const databaseUrl = process.env.DATABASE_URL ?? `file:${process.env.DATA_DIR ?? "var"}/migrant-union.db`;
try {
  const applied = await migrateDatabase({ databaseUrl, clock: systemClock, newId: randomUUID });
  console.log(applied.length === 0 ? "The database is up to date." : `Applied: ${applied.join(", ")}`);
} catch (fault) {
  if (!(fault instanceof MigrationRefused)) throw fault;
  console.error(fault.message);
  process.exitCode = 1;
}
