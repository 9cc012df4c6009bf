import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Store, Transaction } from "../../prisma/store.ts";
import { viewDatabase } from "../service/database.ts";
import { until } from "../service/until.ts";
import { addPerson, lookAndAddPerson, type TestDatabase, testDatabase } from "./open-test-store.ts";

let database: TestDatabase;
let store: Store;
beforeEach(async () => {
  database = await testDatabase();
  store = await database.open();
});
afterEach(() => database.remove());

const people = () =>
  viewDatabase(database.file)
    .rows(`SELECT "id" FROM "Person" ORDER BY "id"`)
    .map(({ id }) => id);

type Reader = { $queryRawUnsafe(sql: string): Promise<unknown> };
const pragma = async (connection: Reader, name: string): Promise<string> => {
  const rows = (await connection.$queryRawUnsafe(`PRAGMA ${name}`)) as Record<string, unknown>[];
  return String(Object.values(rows[0] ?? {})[0]);
};

describe("what is acknowledged is on the disk: on every connection", () => {
  const expected = {
    journal_mode: "wal",
    synchronous: "2",
    foreign_keys: "1",
    busy_timeout: "5000",
    secure_delete: "1",
  };
  const readBack = async (opened: Store) => {
    const names = Object.keys(expected);
    const read = await Promise.all(names.map((name) => pragma(opened.read, name)));
    const write = await opened.write.once((tx) => Promise.all(names.map((name) => pragma(tx, name))));
    return [read, write].map((values) => Object.fromEntries(names.map((name, at) => [name, values[at]])));
  };

  it("of a new database", async () => {
    expect(await readBack(store)).toEqual([expected, expected]);
  });

  it("of one that is opened again, where SQLite itself would take less care", async () => {
    await store.write.once((tx) => addPerson(tx, "somebody"));
    await store.close();
    store = await database.open();
    expect(await readBack(store)).toEqual([expected, expected]);
    expect(people()).toEqual(["somebody"]);
  });

  it("a person who does not exist can have no address: references hold", async () => {
    const orphan = store.write.once((tx) =>
      tx.addressHolder.create({
        data: { id: "x", addressId: "nowhere", personId: "nobody", since: new Date(0) },
      }),
    );
    await expect(orphan).rejects.toThrow();
  });
});

describe("writes that share a transaction", () => {
  it("a faulty one fails alone, and those beside it are kept", async () => {
    const add = store.write.of<string, string>(async (tx: Transaction, ids) => {
      for (const id of ids) {
        await addPerson(tx, id);
        if (id.startsWith("faulty")) throw new Error(`${id} is faulty`);
      }
      return ids;
    });
    const ids = ["a", "b", "faulty-1", "c", "faulty-2", "d"];
    const outcomes = await Promise.allSettled(ids.map(add));
    expect(outcomes.map(({ status }) => status)).toEqual([
      "fulfilled",
      "fulfilled",
      "rejected",
      "fulfilled",
      "rejected",
      "fulfilled",
    ]);
    expect(people()).toEqual(["a", "b", "c", "d"]);
  });

  it("one that the database refuses fails alone too", async () => {
    const add = (id: string) => store.write.once((tx) => addPerson(tx, id));
    const outcomes = await Promise.allSettled([add("same"), add("other"), add("same")]);
    expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "rejected"]);
    expect(people()).toEqual(["other", "same"]);
  });

  it("each learns its own result", async () => {
    const double = store.write.of<number, number>(async (_tx, numbers) => numbers.map((each) => each * 2));
    expect(await Promise.all([1, 2, 3].map(double))).toEqual([2, 4, 6]);
  });

  it("what is under way cannot be read before it is on the disk, and can afterwards", async () => {
    const seen: number[] = [];
    await store.write.once(async (tx) => {
      await addPerson(tx, "new");
      seen.push(await store.read.person.count());
    });
    seen.push(await store.read.person.count());
    expect(seen).toEqual([0, 1]);
  });

  it("closing waits for what was begun", async () => {
    const begun = store.write.once((tx) => addPerson(tx, "last"));
    await store.close();
    await begun;
    expect(people()).toEqual(["last"]);
  });
});

/** Another process that is ready to write, and what it has said so far. */
async function otherProcess(name: string, howMany: number, end = "live") {
  const script = fileURLToPath(new URL("./writing-child.ts", import.meta.url));
  const child: ChildProcess = spawn(
    process.execPath,
    ["--disable-warning=ExperimentalWarning", script, database.url, name, String(howMany), end],
    { stdio: ["pipe", "pipe", "pipe"] },
  );
  const said: string[] = [];
  let errors = "";
  child.stdout?.on("data", (chunk) => said.push(...String(chunk).trim().split("\n")));
  child.stderr?.on("data", (chunk) => {
    errors += String(chunk);
  });
  const ended = new Promise<string | null>((resolve) =>
    child.once("exit", (_code, signal) => resolve(signal)),
  );
  await until(`${name} to be ready`, () => said.includes("ready"));
  return {
    go: () => child.stdin?.write("go\n"),
    ended,
    acknowledged: () => said.filter((line) => line !== "ready"),
    errors: () => errors,
  };
}

describe("other processes on the same database", () => {
  it("two that write at once both succeed, and so do we", async () => {
    const others = await Promise.all([otherProcess("one", 60), otherProcess("two", 60)]);
    for (const { go } of others) go();
    for (let at = 0; at < 60; at += 1) await store.write.once((tx) => lookAndAddPerson(tx, `three-${at}`));
    await Promise.all(others.map(({ ended }) => ended));
    expect(others.map(({ errors }) => errors())).toEqual(["", ""]);
    expect(people()).toHaveLength(180);
  });

  it("one that is killed inside a transaction leaves nothing of it, and all that it had acknowledged", async () => {
    const doomed = await otherProcess("doomed", 5, "die");
    doomed.go();
    expect(await doomed.ended).toBe("SIGKILL");
    expect(doomed.acknowledged()).toHaveLength(5);
    expect(people()).toEqual(doomed.acknowledged());
    await store.write.once((tx) => addPerson(tx, "zzz-life-goes-on"));
    expect(people()).toHaveLength(6);
  });
});
