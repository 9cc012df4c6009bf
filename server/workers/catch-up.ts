import { receiveInbound } from "../../bot/inbound/receive-inbound.ts";
import { describeFault } from "../../domain/describe-fault.ts";
import { minuteMs } from "../../domain/moment.ts";
import type { Service } from "../service.ts";

/** Lists at a provider may lag: each look goes back a little further than the last one reached. */
const overlapMs = 15 * minuteMs;
/** How far the very first look goes back: only what came while the service was being set up. */
const firstLookMs = 60 * minuteMs;

/**
 * Asks the providers that can be asked what people sent us since the last look, and records what never reached us:
 * Twilio gives a webhook up after an error. What is known already is a repeated delivery and does nothing.
 */
export function catchUp(service: Service): () => Promise<void> {
  const { store, channels, clock, log, newId } = service;
  const receive = receiveInbound(service);
  return async () => {
    for (const { account, missedSince } of channels.values()) {
      if (missedSince === undefined) continue;
      try {
        const now = clock.now();
        const cursor = await store.read.providerCursor.findUnique({ where: { account } });
        const since = new Date(
          (cursor?.readUntil.getTime() ?? now.getTime() - firstLookMs) - (cursor === null ? 0 : overlapMs),
        );
        await receive(await missedSince(since), `catch-up-${newId()}`);
        await store.write.once(async (tx) => {
          await tx.providerCursor.upsert({
            where: { account },
            create: { account, readUntil: now },
            update: { readUntil: now },
          });
        });
      } catch (fault) {
        log.warn(
          { account, fault: describeFault(fault) },
          "catching up failed; the next look goes back to the same moment",
        );
      }
    }
  };
}
