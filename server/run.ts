import closeWithGrace from "close-with-grace";
import { MigrationRefused } from "../prisma/migration-refused.ts";
import { DatabaseNotDurable } from "../prisma/sqlite/durable-sqlite.ts";
import { IssuerKeysUnusable } from "../union/credentials/open-issuer.ts";
import { banner } from "./banner.ts";
import { ConfigRefused } from "./config/config-refused.ts";
import { readConfig } from "./config/read-config.ts";
import { PrivateRedisFault } from "./redis/private-redis-fault.ts";
import { RedisRefused } from "./redis/redis-refused.ts";
import { start } from "./start.ts";

// How long stopping may take before the process ends all the same, in milliseconds: everything that is cut off is taken up again.
const delay = 20_000;

try {
  const config = readConfig(process.env);
  const running = await start(config);
  closeWithGrace({ delay, logger: false }, () => running.stop());
  console.error(banner(config, running.url));
} catch (fault) {
  // What the operator can mend is said in plain words; everything else is a bug and shows where.
  const isOperators = [
    ConfigRefused,
    DatabaseNotDurable,
    IssuerKeysUnusable,
    MigrationRefused,
    PrivateRedisFault,
    RedisRefused,
  ].some((kind) => fault instanceof kind);
  const isPortTaken = fault instanceof Error && Reflect.get(fault, "code") === "EADDRINUSE";
  if (isPortTaken)
    console.error("Another program listens on this port. Stop it, or set PORT to another one.");
  else console.error(isOperators && fault instanceof Error ? fault.message : fault);
  process.exit(1);
}
