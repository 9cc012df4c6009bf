import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Store, Transaction } from "../../../prisma/store.ts";
import { closeCases } from "../../../union/cases/close-case.ts";
import { openCase } from "../../../union/cases/open-case.ts";
import { type TestDatabase, testDatabase } from "../../prisma/open-test-store.ts";

let database: TestDatabase;
let store: Store;
beforeEach(async () => {
  database = await testDatabase();
  store = await database.open();
});
afterEach(() => database.remove());

const write = <Out>(work: (tx: Transaction) => Promise<Out>): Promise<Out> => store.write.once(work);
const opens = (id: string, addressId = "a") =>
  write((tx) =>
    openCase(tx, { id, addressId, personId: null, reason: "asked_for_person", now: new Date(1) }),
  );

describe("a case", () => {
  it("is one for each address, however often its person asks", async () => {
    expect([await opens("one"), await opens("two"), await opens("three", "b")]).toEqual([
      "one",
      "one",
      "three",
    ]);
    expect(await store.read.case.count()).toBe(2);
  });

  it("that was closed stays closed, with who closed it and when, and the next request is a new one", async () => {
    await opens("one");
    await opens("other", "b");
    expect(await write((tx) => closeCases(tx, "a", "caseworker-7", new Date(5)))).toBe(1);
    expect(await write((tx) => closeCases(tx, "a", "time", new Date(9)))).toBe(0);
    expect(await opens("two")).toBe("two");
    const cases = await store.read.case.findMany({ orderBy: { id: "asc" } });
    expect(cases).toMatchObject([
      { id: "one", closedAt: new Date(5), closedBy: "caseworker-7" },
      { id: "other", closedAt: null },
      { id: "two", closedAt: null, closedBy: null },
    ]);
  });
});
