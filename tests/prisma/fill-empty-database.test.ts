import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { systemClock } from "../../domain/clock.ts";
import { fillEmptyDatabase, isEmptyDatabase } from "../../prisma/fill-empty-database.ts";
import { migrateDatabase } from "../../prisma/migrate-database.ts";
import { openStore, type Store } from "../../prisma/store.ts";

let folder: string;
let from: string;
let into: string;
const opened: Store[] = [];

const open = async (databaseUrl: string): Promise<Store> => {
  await migrateDatabase({ databaseUrl, clock: systemClock, newId: randomUUID });
  const store = await openStore(databaseUrl);
  opened.push(store);
  return store;
};
const addCase = (store: Store, id: string) =>
  store.write.once((tx) =>
    tx.case.create({ data: { id, addressId: "a", reason: "asked_for_person", openedAt: new Date() } }),
  );
const casesIn = async (store: Store) => (await store.read.case.findMany()).map(({ id }) => id);

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "migrant-union-fill-"));
  from = `file:${join(folder, "from.db")}`;
  into = `file:${join(folder, "into.db")}`;
});
afterEach(async () => {
  for (const store of opened.splice(0)) await store.close();
  await rm(folder, { recursive: true, force: true });
});

it("an empty database gets all that is in another", async () => {
  await addCase(await open(from), "one");
  const store = await open(into);
  expect(isEmptyDatabase(into)).toBe(true);
  expect(fillEmptyDatabase({ from, into })).toBe(true);
  expect(await casesIn(store)).toEqual(["one"]);
  expect(isEmptyDatabase(into)).toBe(false);
  await addCase(store, "two");
  expect(await casesIn(store)).toEqual(["one", "two"]);
});

it("a database in which a single row is stays as it is", async () => {
  await addCase(await open(from), "one");
  const store = await open(into);
  await addCase(store, "mine");
  expect(fillEmptyDatabase({ from, into })).toBe(false);
  expect(await casesIn(store)).toEqual(["mine"]);
});
