import { mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { startPrivateRedis } from "../server/redis/private-redis.ts";
import { measureConsole } from "./console/measure-console.ts";
import { measureEngine } from "./engine/measure-engine.ts";
import type { Figure } from "./figure.ts";
import { measureMatching } from "./matching/measure-matching.ts";
import { measureMemory } from "./memory/measure-memory.ts";
import { measureNotices } from "./notices/measure-notices.ts";
import { measureSends } from "./sends/measure-sends.ts";
import { measureWebhooks } from "./webhooks/measure-webhooks.ts";

// `npm run bench [name …]`: measures what the README states; a JSON line for each figure, then a table.
const dataDir = mkdtempSync(join(tmpdir(), "union-bench-"));
const redis = await startPrivateRedis({ dataDir, log: pino({ level: "silent" }) });
const measures: Readonly<Record<string, () => Promise<readonly Figure[]>>> = {
  engine: async () => measureEngine(),
  matching: async () => measureMatching(),
  console: () => measureConsole(redis.url),
  webhooks: () => measureWebhooks(redis.url),
  sends: () => measureSends(redis.url),
  notices: () => measureNotices(redis.url),
  memory: () => measureMemory(redis.url),
};
const asked = process.argv.slice(2);
const figures: Figure[] = [];
try {
  for (const [name, measure] of Object.entries(measures)) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    for (const figure of await measure()) {
      console.log(JSON.stringify(figure));
      figures.push(figure);
    }
  }
} finally {
  await redis.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
console.log(`\nOn ${cpus().length} cores (${cpus()[0]?.model ?? "unknown"}), Node ${process.version}:`);
console.table(Object.fromEntries(figures.map(({ name, value, unit, aim }) => [name, { value, unit, aim }])));
process.exit(0);
