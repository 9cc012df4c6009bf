import type { Means } from "../means.ts";
import { endOpenings, type ToTell } from "./end-opening.ts";
import { liveOpening } from "./opening-states.ts";

/** Openings ended in one transaction: few, so that nobody's answer waits behind them. */
const together = 50;

/** Ends the openings whose day to answer by has passed, with what waits on them. Gives back whose hopes have ended. */
export async function expireOpenings({
  store,
  clock,
}: Pick<Means, "store" | "clock">): Promise<readonly ToTell[]> {
  const toTell: ToTell[] = [];
  for (;;) {
    const ended = await store.write.once(async (tx) => {
      const now = clock.now();
      const passed = await tx.opening.findMany({
        where: { ...liveOpening, validUntil: { lte: now } },
        select: { id: true },
        take: together,
      });
      const openingIds = passed.map(({ id }) => id);
      return { openingIds, toTell: await endOpenings(tx, { openingIds, as: "expired", now }) };
    });
    toTell.push(...ended.toTell);
    if (ended.openingIds.length < together) return toTell;
  }
}
