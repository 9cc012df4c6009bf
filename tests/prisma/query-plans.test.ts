import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Sql } from "../../prisma/sqlite/sql.ts";
import { sqliteStatements } from "../../prisma/sqlite/statements.ts";
import type { Statements } from "../../prisma/statements.ts";
import type { Transaction } from "../../prisma/store.ts";
import { type TestDatabase, testDatabase } from "./open-test-store.ts";

/** A name that SQLite would read in full. What it made itself a moment ago (a parameter's rows, a subquery) is small. */
const readInFull = /^SCAN (?!j\b|json_each|\(subquery)(\S+)/;

let file: TestDatabase;
let database: Database;
const scans: string[] = [];

/** Asks SQLite how it would run each statement, instead of running it. */
const explaining: Sql = {
  rows: (_schema, query, ...parameters) => {
    explain(query, parameters);
    return [];
  },
  run: (statement, ...parameters) => {
    explain(statement, parameters);
    return 0;
  },
};

function explain(statement: string, parameters: readonly (string | number | null)[]): void {
  const plan = database
    .prepare(`EXPLAIN QUERY PLAN ${statement}`)
    .all(...parameters)
    .map((row) => String(Reflect.get(Object(row), "detail")));
  for (const detail of plan) {
    const name = readInFull.exec(detail)?.[1];
    if (name === undefined || detail.includes("USING INDEX") || plan.includes(`CO-ROUTINE ${name}`)) continue;
    scans.push(`${detail}: ${statement.trim().slice(0, 60)}`);
  }
}

beforeAll(async () => {
  file = await testDatabase();
  database = new Database(file.file);
});
afterAll(async () => {
  database.close();
  await file.remove();
});

describe("no statement on the path of a message reads a whole table", () => {
  const statements: Statements = sqliteStatements(explaining);
  const writer = {} as Transaction;
  const result = { messageId: "m", leaseToken: "t", part: 1, spacedUntil: 1, message: {}, attempt: {} };
  const calls: Readonly<Record<string, () => Promise<unknown>>> = {
    findAddresses: () => statements.findAddresses(writer, [{ channel: "sms", identifier: "+905550001122" }]),
    loadScenes: () => statements.loadScenes(writer, ["a"]),
    saveTurns: () =>
      statements.saveTurns(
        writer,
        [{ addressId: "a", inboundId: 1, sessions: [{}], closed: ["join"], timer: {}, lane: {} } as never],
        1,
      ),
    writeOutbox: () => statements.writeOutbox(writer, [{ addressId: "a", parts: [] } as never]),
    claim: () => statements.claim(writer, [{ id: "m", leaseToken: "t", leaseUntil: 1 }], 1),
    settle: () => statements.settle(writer, [result as never], 1),
    findParts: () =>
      statements.findParts(writer, [{ account: "a", messageId: null, part: 1, providerId: "p" }]),
    addReceipts: () => statements.addReceipts(writer, [{} as never]),
    changeStatuses: () => statements.changeStatuses(writer, [{} as never]),
    waitingMail: () => statements.waitingMail(writer, 1, 1),
    dueMessages: () => statements.dueMessages(writer, 1, 1),
    ageMessages: () => statements.ageMessages(writer, 1, 1),
    dueLookUps: () => statements.dueLookUps(writer, 1, 1),
    takeDueTimers: () => statements.takeDueTimers(writer, 1, 1),
    nextSerial: () => statements.nextSerial(writer),
  };

  it.each(Object.keys(calls))("%s", async (name) => {
    scans.length = 0;
    await calls[name]?.();
    expect(scans).toEqual([]);
  });
});
