import { dayMs } from "../../domain/moment.ts";
import type { NewOutbound } from "../../prisma/rows/outbound.ts";
import { employerAddress } from "../../union/digests/employer-address.ts";
import { reachOut } from "../reaching-out/reach-out.ts";
import type { Runtime } from "../runtime.ts";
import { announce } from "./announce.ts";

/** Older endings are no news: the employer was away, or has her page. */
const newsForMs = 2 * dayMs;
const atOnce = 50;

const keyOf = (openingId: string): string => `opening-over:${openingId}`;

/** Tells employers whose openings ran out, once each: whoever still needs somebody posts anew. Gives back how many were told. */
export async function tellEndings(runtime: Runtime): Promise<number> {
  const { store, clock } = runtime;
  const over = await store.read.opening.findMany({
    where: { state: "expired", closedAt: { gte: new Date(clock.now().getTime() - newsForMs) } },
    select: { id: true, code: true, employerId: true },
    orderBy: { closedAt: "asc" },
  });
  const told = await store.read.outboundMessage.findMany({
    where: { key: { in: over.map(({ id }) => keyOf(id)) } },
    select: { key: true },
  });
  const known = new Set(told.map(({ key }) => key));
  const fresh = over.filter(({ id }) => !known.has(keyOf(id))).slice(0, atOnce);
  if (fresh.length === 0) return 0;
  const queued = await store.write.once(async (tx) => {
    const messages: NewOutbound[] = [];
    for (const { id, code, employerId } of fresh) {
      const address = await employerAddress(tx, employerId);
      if (address === null) continue;
      const cause = { key: keyOf(id), class: "alert", topic: "digests", requestId: keyOf(id) } as const;
      const says = [{ namespace: "common", key: "employer.openingOver" }] as const;
      const approach = { addressId: address.addressId, cause, says, values: { jobCode: code } };
      messages.push(...(await reachOut(tx, [approach], runtime)));
    }
    return messages;
  });
  announce(queued, runtime);
  return queued.length;
}
