import type { Means } from "../means.ts";
import { matchMember } from "./match-member.ts";

/** Members looked at in one round; whoever is left comes with the next. */
const most = 200;

/**
 * Matches those who have just joined, or changed what matching goes by, with the openings that are under way: each in a
 * transaction of her own, which also notes that it is done. Gives back how many alerts came of it.
 */
export async function matchNewMembers(
  means: Pick<Means, "store" | "clock" | "newId" | "secrets">,
): Promise<number> {
  const { store, clock } = means;
  const due = await store.read.person.findMany({
    where: { matchAt: { not: null, lte: clock.now() } },
    orderBy: { matchAt: "asc" },
    take: most,
    select: { id: true, matchAt: true },
  });
  let alerts = 0;
  for (const { id, matchAt } of due) {
    alerts += await store.write.once(async (tx) => {
      // What she changed meanwhile, or another process took up, is another time's.
      const { count } = await tx.person.updateMany({ where: { id, matchAt }, data: { matchAt: null } });
      return count === 0 ? 0 : matchMember(tx, id, means);
    });
  }
  return alerts;
}
