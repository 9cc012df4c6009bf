import type { InboundMessage } from "../../domain/inbound-message.ts";
import { countryOf } from "../../domain/phone-number.ts";
import type { NewInbound, RecordedInbound } from "../../prisma/rows/inbound.ts";
import { gathered } from "../gathered.ts";
import type { Runtime } from "../runtime.ts";

/** Takes deliveries in: durable when it settles. */
export type ReceiveInbound = (messages: readonly InboundMessage[], requestId: string) => Promise<void>;

/**
 * Makes the function that every webhook, poll and catch-up calls with what it parsed.
 *
 * Each message is recorded once; a repeated delivery does nothing. Only then is the doorbell rung, and nothing waits
 * for that: an unheard ring is found by the sweep.
 */
export function receiveInbound(runtime: Runtime): ReceiveInbound {
  const { store, statements, doorbell, counts } = runtime;
  const recordInbound = store.write.of<NewInbound, RecordedInbound>(statements.recordInbound);
  const announceMail = gathered<string>((addressIds) => doorbell.announceMail([...new Set(addressIds)]));
  return async (messages, requestId) => {
    const recorded = await Promise.all(
      messages.map((message) => recordInbound(newInbound(runtime, message, requestId))),
    );
    messages.forEach(({ account }, at) => {
      counts.inbound(account, recorded[at]?.kind ?? "refused");
    });
    for (const outcome of recorded) if (outcome.kind === "recorded") announceMail(outcome.addressId);
  };
}

function newInbound(
  { newId, clock, locales }: Runtime,
  message: InboundMessage,
  requestId: string,
): NewInbound {
  const { from } = message;
  return {
    newAddressId: newId(),
    channel: from.channel,
    identifier: from.identifier,
    country: from.identifier.startsWith("+") ? countryOf(from.identifier) : null,
    language: locales.guess(message.text),
    account: message.account,
    providerId: message.providerId,
    kind: message.kind,
    text: message.text,
    choice: message.choice,
    providerAnswered: message.providerAnswered,
    unread: JSON.stringify(message.unread),
    requestId,
    receivedAt: clock.now().getTime(),
  };
}
