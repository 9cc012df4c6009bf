import { copyFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inject } from "vitest";
import { openStore, type Store, type Transaction } from "../../prisma/store.ts";

/** A migrated database in a folder of its own. */
export interface TestDatabase {
  readonly file: string;
  readonly url: string;
  open(): Promise<Store>;
  /** Closes what was opened and removes the folder. */
  remove(): Promise<void>;
}

export async function testDatabase(): Promise<TestDatabase> {
  const folder = await mkdtemp(join(tmpdir(), "store-"));
  const file = join(folder, "test.db");
  const url = `file:${file}`;
  await copyFile(inject("migratedTemplate"), file);
  const stores: Store[] = [];
  return {
    file,
    url,
    open: async () => {
      const store = await openStore(url);
      stores.push(store);
      return store;
    },
    remove: async () => {
      for (const store of stores) await store.close().catch(() => undefined);
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Adds a person with this id: the smallest thing that can be written. */
export const addPerson = (tx: Transaction, id: string): Promise<unknown> =>
  tx.person.create({ data: { id, language: "en", createdAt: new Date(0) } });

/** Looks before it writes, as nearly every transaction of ours does: what SQLite refuses when somebody else wrote in between. */
export async function lookAndAddPerson(tx: Transaction, id: string): Promise<void> {
  await tx.person.count();
  await addPerson(tx, id);
}
