import type { NewOutbound } from "../../prisma/rows/outbound.ts";
import type { Transaction } from "../../prisma/store.ts";
import {
  expireIntroductions,
  type LapsedIntroduction,
} from "../../union/introductions/expire-introductions.ts";
import { alertAddresses } from "../../union/matching/alert-address.ts";
import { announce } from "../employers/announce.ts";
import { tellGone } from "../employers/tell-employer.ts";
import { type Approach, reachOut } from "../reaching-out/reach-out.ts";
import type { Runtime } from "../runtime.ts";

/** Introductions in one transaction: few, so that nobody's answer waits behind them. */
const together = 10;

/** Ends the introductions nobody answered in time, and tells both sides in the same transaction. Gives back how many. */
export async function endIntroductions(runtime: Runtime): Promise<number> {
  for (let all = 0; ; ) {
    const { count, queued } = await runtime.store.write.once(async (tx) => {
      const lapsed = await expireIntroductions(tx, runtime.clock.now(), together);
      return { count: lapsed.length, queued: await tellBoth(tx, lapsed, runtime) };
    });
    announce(queued, runtime);
    all += count;
    if (count > 0) void runtime.doorbell.announceRound("letters");
    if (count < together) return all;
  }
}

async function tellBoth(
  tx: Transaction,
  lapsed: readonly LapsedIntroduction[],
  runtime: Runtime,
): Promise<readonly NewOutbound[]> {
  const queued: NewOutbound[] = [];
  for (const { introductionId, tell } of lapsed)
    queued.push(...(await tellGone(tx, runtime, { introductionId, tell })));
  // Who was never asked has nothing to be told.
  const asked = lapsed.filter(({ wasAsked }) => wasAsked);
  const addresses = await alertAddresses(
    tx,
    asked.map(({ personId }) => personId),
  );
  const approaches = asked.flatMap(({ introductionId, personId, tell }): Approach[] => {
    const address = addresses.get(personId);
    const key = `lapsed:${introductionId}`;
    if (address === undefined) return [];
    return [
      {
        addressId: address.addressId,
        cause: { key, class: "alert", topic: "jobs", requestId: key },
        says: [{ namespace: "common", key: "introductionLapsed" }],
        values: { jobCode: tell.openingCode },
      },
    ];
  });
  return [...queued, ...(await reachOut(tx, approaches, runtime))];
}
