import { z } from "zod";
import { type ConsentEntry, consentTopics, consentWays } from "../../domain/consent.ts";
import type { Transaction, Writing } from "../../prisma/store.ts";

const stored = z.object({
  addressId: z.string(),
  topic: z.enum(consentTopics),
  decision: z.enum(["given", "withdrawn"]),
  how: z.enum(consentWays),
  textVersion: z.number(),
  at: z.date(),
});

/** What was decided at each address, by address. Addresses without an entry are left out. */
export async function consentLedgers(
  tx: Transaction,
  addressIds: readonly string[],
): Promise<ReadonlyMap<string, readonly ConsentEntry[]>> {
  const rows = await tx.consentEntry.findMany({
    where: { addressId: { in: [...addressIds] } },
    orderBy: { id: "asc" },
  });
  const entries = rows.map((row) => stored.parse(row));
  return Map.groupBy(
    entries.map(({ at, ...entry }) => ({ ...entry, at: at.getTime() })),
    ({ addressId }) => addressId,
  );
}

/** Who decides, and in which language the words were. */
export interface Decider {
  readonly addressId: string;
  readonly personId: string | null;
  readonly language: string;
}

/** Adds entries to the ledger; nothing in it is ever changed. */
export const addConsent = (
  { tx, statements }: Writing,
  decider: Decider,
  entries: readonly ConsentEntry[],
): Promise<void> =>
  statements.addConsent(
    tx,
    entries.map((entry) => ({ ...decider, ...entry })),
  );
