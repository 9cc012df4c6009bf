import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Store, Transaction } from "../../../prisma/store.ts";
import { audit, firstBrokenSeal } from "../../../union/audit/audit.ts";
import { type TestDatabase, testDatabase } from "../../prisma/open-test-store.ts";

let database: TestDatabase;
let store: Store;
const write = <Out>(work: (tx: Transaction) => Promise<Out>): Promise<Out> => store.write.once(work);
const broken = () => write((tx) => firstBrokenSeal(tx));

beforeEach(async () => {
  database = await testDatabase();
  store = await database.open();
  for (const at of [1, 2, 3, 4])
    await write((tx) =>
      audit(tx, {
        actor: "system",
        action: "inbound.parked",
        object: `inbound:${at}`,
        detail: { name: "RangeError" },
        at: new Date(at),
      }),
    );
});
afterEach(() => database.remove());

describe("the audit log", () => {
  it("is whole as it was written, and each entry names the one before", async () => {
    expect(await broken()).toBeNull();
    const entries = await store.read.auditEntry.findMany({ orderBy: { id: "asc" } });
    expect(entries.map(({ previousHash }) => previousHash)).toEqual([
      "",
      ...entries.slice(0, -1).map(({ hash }) => hash),
    ]);
  });

  it("is whole when it is empty", async () => {
    await write((tx) => tx.auditEntry.deleteMany());
    expect(await broken()).toBeNull();
  });

  it.each([
    ["moment", { at: new Date(9) }],
    ["actor", { actor: "somebody else" }],
    ["action", { action: "nothing" }],
    ["object", { object: "inbound:9" }],
    ["detail", { detail: "{}" }],
    ["seal", { hash: "0" }],
  ])("shows an entry whose %s was changed", async (_, data) => {
    await write((tx) => tx.auditEntry.update({ where: { id: 2 }, data }));
    expect(await broken()).toBe(2);
  });

  it("shows that an entry was removed, by the one behind it", async () => {
    await write((tx) => tx.auditEntry.delete({ where: { id: 2 } }));
    expect(await broken()).toBe(3);
  });

  it("shows that the first entry was removed", async () => {
    await write((tx) => tx.auditEntry.delete({ where: { id: 1 } }));
    expect(await broken()).toBe(2);
  });

  it("shows that two entries changed places", async () => {
    await write(async (tx) => {
      for (const [from, to] of [
        [2, 9],
        [3, 2],
        [9, 3],
      ] as const)
        await tx.auditEntry.update({ where: { id: from }, data: { id: to } });
    });
    expect(await broken()).toBe(2);
  });

  it("shows an entry that was slipped in, even with a seal of its own", async () => {
    const third = await store.read.auditEntry.findUniqueOrThrow({ where: { id: 3 } });
    await write((tx) => tx.auditEntry.create({ data: { ...third, id: 5 } }));
    expect(await broken()).toBe(5);
  });
});
