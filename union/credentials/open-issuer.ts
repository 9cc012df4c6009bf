import { mkdir, readdir } from "node:fs/promises";
import type { Secrets } from "../secrets.ts";
import { didOf, originOf, type PublishedKey } from "./did-document.ts";
import { type IssuerKey, type KeyRole, roleOfKey } from "./issuer-key.ts";
import { createIssuerKey, type KeyFolder, loadIssuerKey } from "./issuer-keys.ts";
import { BadKeyFile, KeyNotOpened } from "./sealed-key.ts";
import type { Issuer } from "./sign-document.ts";

/** The issuer as the running service holds it: its name, the keys it signs with, and all it is known by. */
export interface OpenIssuer extends Issuer {
  /** Where its documents are served: what its name stands for. */
  readonly site: string;
  readonly publicUrl: string;
  /** Signs the status lists. */
  readonly statusKey: IssuerKey;
  /** Every key there is, so that what an older one signed still counts. */
  readonly published: readonly PublishedKey[];
}

/** The keys that credentials are signed with cannot be used: the operator has to put something right. */
export class IssuerKeysUnusable extends Error {
  override readonly name = "IssuerKeysUnusable";
}

export interface IssuerOptions {
  /** Where the key files lie. */
  readonly folder: string;
  readonly publicUrl: string;
  readonly secrets: Secrets;
  readonly randomBytes: KeyFolder["randomBytes"];
  readonly now: Date;
}

/**
 * Opens every key of the issuer, and makes the two it needs where there is none yet.
 *
 * The youngest key of each role signs. A process that starts beside another one takes the keys that one made.
 *
 * @throws IssuerKeysUnusable, saying what to do
 */
export async function openIssuer(options: IssuerOptions): Promise<OpenIssuer> {
  const { folder, publicUrl, secrets, randomBytes, now } = options;
  const did = didOf(publicUrl);
  const site = originOf(did);
  if (site === null)
    throw new IssuerKeysUnusable(
      `Credentials cannot be issued under ${publicUrl}: PUBLIC_URL has to name a host, such as https://union.example.`,
    );
  const keys: KeyFolder = { folder, passphrase: secrets.keyFor("issuer-keys").toString("hex"), randomBytes };
  const [key, statusKey] = [await youngest(keys, "credential", now), await youngest(keys, "status", now)];
  const published = await openAll(keys);
  return {
    did,
    site,
    publicUrl,
    published,
    key: ofId(published, key),
    statusKey: ofId(published, statusKey),
  };
}

/** The id of the key that signs in that role; one is made where there is none. */
async function youngest(keys: KeyFolder, role: KeyRole, now: Date): Promise<string> {
  const last = (await idsIn(keys.folder)).filter((id) => roleOfKey(id) === role).at(-1);
  if (last !== undefined) return last;
  try {
    return await createIssuerKey(keys, role, now);
  } catch (fault) {
    // Another process made it in this very moment.
    const made = (await idsIn(keys.folder)).filter((id) => roleOfKey(id) === role).at(-1);
    if (made !== undefined) return made;
    throw new IssuerKeysUnusable(`Making a key in ${keys.folder} failed: can this user write there?`, {
      cause: fault,
    });
  }
}

const ending = ".key.json";

/** The ids of all keys, the oldest first: an id ends in its month. */
async function idsIn(folder: string): Promise<readonly string[]> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const ids = (await readdir(folder)).flatMap((name) =>
    name.endsWith(ending) ? [name.slice(0, -ending.length)] : [],
  );
  return ids.toSorted();
}

type OpenKey = IssuerKey & PublishedKey;

async function openAll(keys: KeyFolder): Promise<readonly OpenKey[]> {
  const ids = (await idsIn(keys.folder)).filter((id) => roleOfKey(id) !== null);
  return Promise.all(
    ids.map((id) =>
      loadIssuerKey(keys, id).catch((fault: unknown) => {
        throw new IssuerKeysUnusable(whatToDo(fault, id, keys.folder), { cause: fault });
      }),
    ),
  );
}

function whatToDo(fault: unknown, id: string, folder: string): string {
  if (fault instanceof KeyNotOpened)
    return `The key ${id} in ${folder} does not open: SECRET_KEY is not the one it was made with, or the file was changed. Set SECRET_KEY back, or restore the folder from a backup.`;
  if (fault instanceof BadKeyFile)
    return `The file of key ${id} in ${folder} is damaged: restore the folder from a backup.`;
  return `The key ${id} in ${folder} cannot be read: can this user read it?`;
}

function ofId(keys: readonly OpenKey[], id: string): IssuerKey {
  const key = keys.find((open) => open.id === id);
  if (key === undefined) throw new IssuerKeysUnusable(`The key ${id} was there a moment ago and is gone.`);
  return key;
}
