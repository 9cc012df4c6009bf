import type { Means } from "../means.ts";
import { endOpenings } from "./end-opening.ts";
import { liveOpening } from "./opening-states.ts";

/** Openings ended in one transaction: few, so that nobody's answer waits behind them. */
const together = 50;

/** Ends the openings whose day to answer by has passed, with what waits on them. Gives back how many. */
export async function expireOpenings({ store, clock }: Pick<Means, "store" | "clock">): Promise<number> {
  for (let ended = 0; ; ) {
    const count = await store.write.once(async (tx) => {
      const now = clock.now();
      const passed = await tx.opening.findMany({
        where: { ...liveOpening, validUntil: { lte: now } },
        select: { id: true },
        take: together,
      });
      return endOpenings(tx, { openingIds: passed.map(({ id }) => id), as: "expired", now });
    });
    ended += count;
    if (count < together) return ended;
  }
}
