import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { link, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ConfigRefused } from "./config-refused.ts";

/**
 * The secret that all keys of this deployment come from: SECRET_KEY, or one that is made at the first start and kept in
 * the data folder, in a file that only its owner may read. Processes that start at the same moment agree on one.
 *
 * @throws {ConfigRefused} where the file holds no key; else the file system's own error
 */
export async function secretKey(given: string | null, dataDir: string): Promise<string> {
  if (given !== null) return given;
  const file = join(dataDir, "secret");
  await mkdir(dataDir, { recursive: true });
  if (!existsSync(file)) await makeKey(file);
  const key = (await readFile(file, "utf8")).trim();
  if (key.length >= fewestCharacters) return key;
  throw new ConfigRefused([
    `${file} holds no key: put the key of this deployment back, or remove the file to have another made`,
  ]);
}

/** As few as SECRET_KEY itself may have. */
const fewestCharacters = 32;

/** Written whole under another name first, so that nobody ever reads half a key; the name is given once. */
async function makeKey(file: string): Promise<void> {
  const draft = `${file}.${randomBytes(8).toString("hex")}`;
  await writeFile(draft, randomBytes(32).toString("base64url"), { flag: "wx", mode: 0o600, flush: true });
  try {
    await link(draft, file);
  } catch (fault) {
    if (!(fault instanceof Error && "code" in fault && fault.code === "EEXIST")) throw fault;
  } finally {
    await rm(draft, { force: true });
  }
}
