import type { Means } from "../means.ts";

/**
 * Ends the alerts of openings that are over: untold ones are taken back, unanswered ones lapse. Openings do this as they
 * end; this is for what slipped through. Gives back how many.
 */
export function expireAlerts({ store, clock }: Pick<Means, "store" | "clock">): Promise<number> {
  return store.write.once(async (tx) => {
    const over = {
      opening: {
        OR: [{ state: { in: ["filled", "closed", "expired"] } }, { validUntil: { lte: clock.now() } }],
      },
    };
    const untold = await tx.alert.updateMany({
      where: { state: "waiting", ...over },
      data: { state: "withdrawn" },
    });
    const unanswered = await tx.alert.updateMany({
      where: { state: "told", ...over },
      data: { state: "lapsed" },
    });
    return untold.count + unanswered.count;
  });
}
