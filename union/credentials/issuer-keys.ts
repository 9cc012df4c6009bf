import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type IssuerKey, type KeyRole, keyId } from "./issuer-key.ts";
import { newSealedKey, openSealedKey } from "./sealed-key.ts";

/** Where the keys are, what opens them, and what is needed to make new ones. */
export interface KeyFolder {
  readonly folder: string;
  readonly passphrase: string;
  readonly randomBytes: (size: number) => Buffer;
}

/**
 * Makes the key pair of a role and month and keeps it in a file that only its owner may read. A file that is
 * there already is never written over.
 *
 * @returns the id of the new key
 * @throws the file system's own error, EEXIST where the month has its key
 */
export async function createIssuerKey(keys: KeyFolder, role: KeyRole, now: Date): Promise<string> {
  const id = keyId(role, now);
  const sealed = await newSealedKey(id, keys.passphrase, keys.randomBytes);
  await mkdir(keys.folder, { recursive: true, mode: 0o700 });
  await writeFile(fileOf(keys.folder, id), sealed, { flag: "wx", mode: 0o600, flush: true });
  return id;
}

/**
 * Opens the key of that id.
 *
 * @throws the file system's own error, BadKeyFile or KeyNotOpened
 */
export async function loadIssuerKey(
  { folder, passphrase }: Pick<KeyFolder, "folder" | "passphrase">,
  id: string,
): Promise<IssuerKey> {
  return openSealedKey(await readFile(fileOf(folder, id), "utf8"), passphrase);
}

const fileOf = (folder: string, id: string): string => join(folder, `${id}.key.json`);
