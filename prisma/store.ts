import { type Prisma, PrismaClient } from "./client/client.ts";
import { type GroupCommit, groupCommit } from "./group-commit.ts";
import { DurableSqlite } from "./sqlite/durable-sqlite.ts";
import { takeWriteGate } from "./sqlite/write-gate.ts";

/** One transaction, as the repositories see it. */
export type Transaction = Prisma.TransactionClient;

/** The database: reads on one connection, and all writes in turn on another. */
export interface Store {
  /** Sees only what has been committed. */
  readonly read: PrismaClient;
  /**
   * Everything that changes the database. Two connections, because on a single one a statement outside a transaction
   * would run inside whichever transaction happens to be open, and be rolled back with it.
   */
  readonly write: GroupCommit<Transaction>;
  close(): Promise<void>;
}

/** How long a write may wait for its turn and take, in milliseconds. */
const patience = { maxWait: 20_000, timeout: 30_000 };

/** Opens the database at a `file:` address. @throws DatabaseNotDurable when its disk cannot be trusted. */
export async function openStore(databaseUrl: string): Promise<Store> {
  const read = new PrismaClient({ adapter: new DurableSqlite(databaseUrl) });
  const writer = new PrismaClient({ adapter: new DurableSqlite(databaseUrl) });
  await read.$connect();
  await writer.$connect();
  const write = groupCommit<Transaction>((work) =>
    writer.$transaction(async (tx) => {
      await takeWriteGate(tx);
      await work(tx);
    }, patience),
  );
  return {
    read,
    write,
    close: async () => {
      await write.drained();
      await Promise.all([read.$disconnect(), writer.$disconnect()]);
    },
  };
}
