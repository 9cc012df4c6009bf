import type { Store, Transaction } from "../../prisma/store.ts";
import { revokeAllOf } from "../credentials/revoke-all-of.ts";
import { erasePerson } from "../members/erase-person.ts";
import { keptForMs } from "./retention-rules.ts";

/** Marks the addresses of people who never said yes or no and have been silent since; the sweep forgets them. */
export function forgetUndecided(store: Store, now: Date, most: number): Promise<number> {
  const silentSince = new Date(now.getTime() - keptForMs.undecided);
  return store.write.once(async (tx) => {
    const lanes = await tx.lane.findMany({
      where: {
        forgetAt: null,
        address: {
          firstSeenAt: { lte: silentSince },
          holders: { none: { until: null } },
          // An employer has said yes too.
          employerContacts: { none: { until: null } },
        },
        OR: [{ lastInboundAt: null }, { lastInboundAt: { lte: silentSince } }],
      },
      select: { addressId: true },
      take: most,
    });
    await forgetSoon(
      tx,
      lanes.map(({ addressId }) => addressId),
      now,
    );
    return lanes.length;
  });
}

/** Erases people under 18 who have been silent on all their addresses, and marks the addresses that nobody else uses. */
export function forgetYoung(store: Store, now: Date, most: number): Promise<number> {
  const silentSince = new Date(now.getTime() - keptForMs.young);
  return store.write.once(async (tx) => {
    const silent = { lane: { OR: [{ lastInboundAt: null }, { lastInboundAt: { lte: silentSince } }] } };
    const people = await tx.person.findMany({
      where: {
        ageBand: "under18",
        createdAt: { lte: silentSince },
        addresses: { every: { OR: [{ until: { not: null } }, { address: silent }] } },
      },
      select: { id: true, addresses: { where: { until: null }, select: { addressId: true } } },
      take: most,
    });
    for (const { id, addresses } of people) {
      for (const { addressId } of addresses) {
        const others = await tx.addressHolder.count({
          where: { addressId, until: null, personId: { not: id } },
        });
        if (others > 0) continue;
        await erasePerson(tx, { addressId, personId: id, now });
        await forgetSoon(tx, [addressId], now);
      }
      // Where the phone is somebody else's too, or she has none any more.
      await revokeAllOf(tx, id, now);
      await tx.person.deleteMany({ where: { id } });
    }
    return people.length;
  });
}

const forgetSoon = (tx: Transaction, addressIds: readonly string[], now: Date): Promise<unknown> =>
  tx.lane.updateMany({ where: { addressId: { in: [...addressIds] } }, data: { forgetAt: now } });
