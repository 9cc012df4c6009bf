import { randomUUID } from "node:crypto";
import { mkdirSync } from "node:fs";
import { systemClock } from "../domain/clock.ts";
import { timeOrderedId } from "../domain/time-ordered-id.ts";
import { migrateDatabase } from "../prisma/migrate-database.ts";
import { MigrationRefused } from "../prisma/migration-refused.ts";
import { openStore } from "../prisma/store.ts";
import { addStaff, newStaff } from "../union/staff/add-staff.ts";
import { ConfigRefused } from "./config/config-refused.ts";
import { readConfig } from "./config/read-config.ts";

// `npm run admin:add -- "Her Name" her@example.org`: lets the first administrator in, who then adds the others.
const [, , name = "", email = ""] = process.argv;
const asked = newStaff.safeParse({ name, email, role: "administrator", language: "en" });
try {
  if (!asked.success) {
    console.error('Say a name and an e-mail address: npm run admin:add -- "Her Name" her@example.org');
    process.exitCode = 1;
  } else {
    const { databaseUrl, dataDir, publicUrl } = readConfig(process.env);
    mkdirSync(dataDir, { recursive: true });
    await migrateDatabase({ databaseUrl, clock: systemClock, newId: randomUUID });
    const store = await openStore(databaseUrl);
    const newId = timeOrderedId(systemClock, randomUUID);
    const added = await addStaff({ store, clock: systemClock, newId }, asked.data, "operator");
    await store.close();
    if (added.kind === "known") {
      console.error(`Somebody of staff has the address ${asked.data.email} already; nothing was changed.`);
      process.exitCode = 1;
    } else console.error(`Added. She can sign in at ${publicUrl}/console`);
  }
} catch (fault) {
  const isOperators = [ConfigRefused, MigrationRefused].some((kind) => fault instanceof kind);
  console.error(isOperators && fault instanceof Error ? fault.message : fault);
  process.exitCode = 1;
}
