import type { Transaction } from "../../prisma/store.ts";
import { type Cell, sameField } from "./crowd.ts";

/** Gives the members of a country whose work is in the same field and who said yes to job alerts; each crowd is counted once. */
export function readCrowds(
  tx: Transaction,
): (livelihood: string | null, country: string | null) => Promise<readonly Cell[]> {
  const counted = new Map<string, Promise<readonly Cell[]>>();
  return (livelihood, country) => {
    const field = sameField(livelihood);
    const key = JSON.stringify([field, country]);
    const cells = counted.get(key) ?? count(tx, field, country);
    counted.set(key, cells);
    return cells;
  };
}

async function count(
  tx: Transaction,
  field: readonly string[] | null,
  country: string | null,
): Promise<readonly Cell[]> {
  const groups = await tx.person.groupBy({
    by: ["livelihood", "years", "language"],
    where: {
      livelihood: field === null ? null : { in: [...field] },
      joinedAt: { not: null },
      jobAlerts: true,
      addresses: { some: { until: null, address: { country, lane: { state: "open" } } } },
    },
    _count: { id: true },
  });
  return groups.map(({ livelihood, years, language, _count }) => ({
    livelihood,
    years,
    language,
    members: _count.id,
  }));
}
