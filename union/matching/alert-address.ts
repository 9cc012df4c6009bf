import { mayReceive } from "../../domain/consent.ts";
import type { Moment } from "../../domain/moment.ts";
import type { Transaction } from "../../prisma/store.ts";
import { consentLedgers } from "../consent/ledger.ts";

/** The address at which a member hears of jobs, and how its conversation stands. */
export interface AlertAddress {
  readonly addressId: string;
  readonly country: string | null;
  /** A caseworker is talking there, or she waits for one. */
  readonly isWithPerson: boolean;
  readonly lastInboundAt: Moment | null;
}

/**
 * For each member the address she wrote from last, of those that are open, that she alone was the last to use, and where
 * she allowed job alerts. Who has none is left out.
 */
export async function alertAddresses(
  tx: Transaction,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, AlertAddress>> {
  const holdings = await tx.addressHolder.findMany({
    where: { personId: { in: [...personIds] }, until: null, address: { lane: { state: "open" } } },
    select: {
      personId: true,
      addressId: true,
      address: {
        select: {
          country: true,
          lane: { select: { owner: true, lastInboundAt: true } },
          // The bot speaks to whoever came to an address last.
          holders: {
            where: { until: null },
            orderBy: { since: "desc" },
            take: 1,
            select: { personId: true },
          },
        },
      },
    },
  });
  const own = holdings.filter(({ personId, address }) => address.holders[0]?.personId === personId);
  const addressIds = own.map(({ addressId }) => addressId);
  const ledgers = await consentLedgers(tx, addressIds);
  const cases = await tx.case.findMany({
    where: { addressId: { in: addressIds }, closedAt: null },
    select: { addressId: true },
  });
  const waiting = new Set(cases.map(({ addressId }) => addressId));
  const best = new Map<string, AlertAddress>();
  for (const { personId, addressId, address } of own) {
    if (!mayReceive(ledgers.get(addressId) ?? [], "jobs")) continue;
    const lastInboundAt = address.lane?.lastInboundAt?.getTime() ?? null;
    const before = best.get(personId);
    if (before !== undefined && (before.lastInboundAt ?? 0) >= (lastInboundAt ?? 0)) continue;
    const isWithPerson = address.lane?.owner !== "bot" || waiting.has(addressId);
    best.set(personId, { addressId, country: address.country, isWithPerson, lastInboundAt });
  }
  return best;
}
