import type { Sql } from "./sql.ts";

/**
 * Makes a transaction a writing one from its first statement, so that it waits for another process's write instead of
 * failing half-way: SQLite refuses to turn a transaction that has read into a writing one once somebody else wrote.
 */
export const takeWriteGate = (sql: Sql): number =>
  sql.run(`UPDATE "WriteGate" SET "turns" = "turns" + 1 WHERE "id" = 1`);
