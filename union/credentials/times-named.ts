import { dayMs } from "../../domain/moment.ts";
import type { Transaction } from "../../prisma/store.ts";

const withinMs = 30 * dayMs;

/** How many requests have named this attestor in the last 30 days. */
export const timesNamed = (tx: Transaction, identifierHash: string, now: Date): Promise<number> =>
  tx.attestation.count({
    where: { identifierHash, createdAt: { gt: new Date(now.getTime() - withinMs) } },
  });
