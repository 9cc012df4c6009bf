import { type Prisma, PrismaClient } from "./client/client.ts";
import { type GroupCommit, groupCommit } from "./group-commit.ts";
import { DurableSqlite, type Lasting } from "./sqlite/durable-sqlite.ts";
import { type Sql, sqlOn } from "./sqlite/sql.ts";
import { sqliteStatements } from "./sqlite/statements.ts";
import { takeWriteGate } from "./sqlite/write-gate.ts";
import type { Statements } from "./statements.ts";

/** One transaction, as the repositories see it. */
export type Transaction = Prisma.TransactionClient;

/** What a use case writes with: a transaction, and the statements that belong to it. */
export interface Writing {
  readonly tx: Transaction;
  readonly statements: Statements;
}

/** The database: reads on one connection, and all writes in turn on another. */
export interface Store {
  /** Sees only what has been committed. */
  readonly read: PrismaClient;
  /**
   * Everything that changes the database. Two connections, because on a single one a statement outside a transaction
   * would run inside whichever transaction happens to be open, and be rolled back with it.
   */
  readonly write: GroupCommit<Transaction>;
  /** The statements on every message's path; only to be called inside `write`. */
  readonly statements: Statements;
  close(): Promise<void>;
}

/** How long a write may wait for its turn and take, in milliseconds. */
const patience = { maxWait: 20_000, timeout: 30_000 };

/**
 * Opens the database at a `file:` address. @throws DatabaseNotDurable when its disk cannot be trusted.
 *
 * @param lasting  `passing` only for a database that is thrown away: it is written faster, and a power cut may damage it
 */
export async function openStore(databaseUrl: string, lasting: Lasting = "kept"): Promise<Store> {
  // Opened at its first use: a process that only takes messages in never reads, and a client costs memory.
  let reader: PrismaClient | null = null;
  const opened: Sql[] = [];
  const writer = new PrismaClient({
    adapter: new DurableSqlite(databaseUrl, (database) => opened.push(sqlOn(database)), lasting),
  });
  await writer.$connect();
  const [sql] = opened;
  if (sql === undefined) throw new Error("Opening the database: no connection was made.");
  const write = groupCommit<Transaction>((work) =>
    writer.$transaction(async (tx) => {
      takeWriteGate(sql);
      await work(tx);
    }, patience),
  );
  return {
    get read() {
      reader ??= new PrismaClient({ adapter: new DurableSqlite(databaseUrl) });
      return reader;
    },
    write,
    statements: sqliteStatements(sql),
    close: async () => {
      await write.drained();
      await Promise.all([reader?.$disconnect(), writer.$disconnect()]);
    },
  };
}
