import { mayReceive } from "../../domain/consent.ts";
import type { Transaction } from "../../prisma/store.ts";
import { consentLedgers } from "../consent/ledger.ts";

/**
 * Of these people, those who may still be shown to employers: members who can be reached at an address that allows job
 * alerts. Whoever sent STOP, or blocked us, is shown no more, whatever she said before. With each comes the country of the address.
 */
export async function stillWilling(
  tx: Transaction,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, { readonly country: string | null }>> {
  const holders = await tx.addressHolder.findMany({
    where: {
      personId: { in: [...personIds] },
      until: null,
      person: { joinedAt: { not: null } },
      address: { lane: { state: "open" } },
    },
    select: { personId: true, addressId: true, address: { select: { country: true } } },
    orderBy: { since: "asc" },
  });
  const ledgers = await consentLedgers(
    tx,
    holders.map(({ addressId }) => addressId),
  );
  const willing = holders.filter(({ addressId }) => mayReceive(ledgers.get(addressId) ?? [], "jobs"));
  return new Map(willing.map(({ personId, address }) => [personId, { country: address.country }]));
}
