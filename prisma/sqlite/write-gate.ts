import type { Prisma } from "../client/client.ts";

/**
 * Makes a transaction a writing one from its first statement, so that it waits for another process's write instead of
 * failing half-way: SQLite refuses to turn a transaction that has read into a writing one once somebody else wrote.
 */
export async function takeWriteGate(tx: Prisma.TransactionClient): Promise<void> {
  await tx.$executeRaw`UPDATE "WriteGate" SET "turns" = "turns" + 1 WHERE "id" = 1`;
}
