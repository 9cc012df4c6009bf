import { randomBytes } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

/**
 * The secret that all keys of this deployment come from: SECRET_KEY, or one that is made at the first start and kept in
 * the data folder, in a file that only its owner may read. Processes that start at the same moment agree on one.
 *
 * @throws the file system's own error
 */
export async function secretKey(given: string | null, dataDir: string): Promise<string> {
  if (given !== null) return given;
  const file = join(dataDir, "secret");
  await mkdir(dataDir, { recursive: true });
  await writeFile(file, randomBytes(32).toString("base64url"), {
    flag: "wx",
    mode: 0o600,
    flush: true,
  }).catch((fault: NodeJS.ErrnoException) => {
    if (fault.code !== "EEXIST") throw fault;
  });
  return (await readFile(file, "utf8")).trim();
}
