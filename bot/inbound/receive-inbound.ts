import type { InboundMessage } from "../../domain/inbound-message.ts";
import { gathered } from "../gathered.ts";
import type { Runtime } from "../runtime.ts";
import { type Arrival, recordInbound } from "./record-inbound.ts";

/** Takes deliveries in: durable when it settles. */
export type ReceiveInbound = (messages: readonly InboundMessage[], requestId: string) => Promise<void>;

/**
 * Makes the function that every webhook, poll and catch-up calls with what it parsed.
 *
 * Each message is recorded once; a repeated delivery does nothing. Only then is the doorbell rung, and nothing waits
 * for that: an unheard ring is found by the sweep.
 */
export function receiveInbound(runtime: Runtime): ReceiveInbound {
  const { store, doorbell, counts } = runtime;
  const record = store.write.of((tx, arrivals: readonly Arrival[]) => recordInbound(tx, arrivals, runtime));
  const announceMail = gathered<string>((addressIds) => doorbell.announceMail([...new Set(addressIds)]));
  return async (messages, requestId) => {
    const recorded = await Promise.all(messages.map((message) => record({ message, requestId })));
    messages.forEach(({ account }, at) => {
      counts.inbound(account, recorded[at]?.kind ?? "refused");
    });
    for (const outcome of recorded) if (outcome.kind === "recorded") announceMail(outcome.addressId);
  };
}
