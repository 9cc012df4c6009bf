import { caps } from "../../domain/matching/caps.ts";
import { dayMs, type Moment } from "../../domain/moment.ts";
import type { Transaction } from "../../prisma/store.ts";
import { alertAddresses } from "./alert-address.ts";

/** Of these people, those who can be told of another opening within the week: reached, willing, and not waiting for as many already. */
export async function freeToHear(
  tx: Transaction,
  personIds: readonly string[],
  now: Moment,
): Promise<ReadonlySet<string>> {
  const addresses = await alertAddresses(tx, personIds);
  const people = await tx.person.findMany({
    where: { id: { in: [...personIds] }, jobAlerts: true, joinedAt: { not: null } },
    select: {
      id: true,
      alerts: {
        where: { OR: [{ state: "waiting" }, { toldAt: { gt: new Date(now - 7 * dayMs) } }] },
        select: { id: true },
      },
    },
  });
  const free = people.filter(({ id, alerts }) => addresses.has(id) && alerts.length < caps.alertsInAWeek);
  return new Set(free.map(({ id }) => id));
}
