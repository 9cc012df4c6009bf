import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { flows } from "../flows/index.ts";

/**
 * Puts each conversation as it is today on record, under its version: `flows/versions/join@3.json`.
 *
 * A version on record is never written again. Members may be in the midst of it, so whoever changes a conversation
 * raises its version first.
 */
const folder = new URL("../flows/versions/", import.meta.url);

mkdirSync(folder, { recursive: true });
for (const flow of Object.values(flows)) {
  const name = `${flow.id}@${flow.version}.json`;
  const file = new URL(name, folder);
  if (existsSync(file)) continue;
  writeFileSync(file, `${JSON.stringify(flow, null, 2)}\n`);
  console.log(`Recorded flows/versions/${name}`);
}
