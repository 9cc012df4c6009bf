import { randomUUID } from "node:crypto";
import { systemClock } from "../domain/clock.ts";
import { migrateDatabase } from "../prisma/migrate-database.ts";
import { MigrationRefused } from "../prisma/migration-refused.ts";
import { ConfigRefused } from "./config/config-refused.ts";
import { readConfig } from "./config/read-config.ts";

// `npm run db:migrate`: brings the database up to date without starting the server.
try {
  const { databaseUrl } = readConfig(process.env);
  const applied = await migrateDatabase({ databaseUrl, clock: systemClock, newId: randomUUID });
  console.log(applied.length === 0 ? "The database is up to date." : `Applied: ${applied.join(", ")}`);
} catch (fault) {
  if (!(fault instanceof MigrationRefused || fault instanceof ConfigRefused)) throw fault;
  console.error(fault.message);
  process.exitCode = 1;
}
