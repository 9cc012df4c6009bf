import type { Address } from "../../domain/address.ts";
import type { InboundMessage } from "../../domain/inbound-message.ts";
import { isLanguage } from "../../domain/language.ts";
import { countryOf } from "../../domain/phone-number.ts";
import type { NewAddress, NewInbound, RecordedInbound } from "../../prisma/rows/inbound.ts";
import type { Transaction } from "../../prisma/store.ts";
import type { Runtime } from "../runtime.ts";

/** A message that came in, with the request that brought it. */
export interface Arrival {
  readonly message: InboundMessage;
  readonly requestId: string;
}

/** Inserts deliveries once each, in the order they came; makes the address and its lane at first contact. */
export async function recordInbound(
  tx: Transaction,
  arrivals: readonly Arrival[],
  runtime: Runtime,
): Promise<readonly RecordedInbound[]> {
  const { statements } = runtime;
  const known = await statements.findAddresses(
    tx,
    arrivals.map(({ message }) => message.from),
  );
  const strangers = new Map<string, NewAddress>();
  arrivals.forEach(({ message }, at) => {
    const name = nameOf(message.from);
    if (known[at] == null && !strangers.has(name)) strangers.set(name, newAddress(message, runtime));
  });
  await statements.addAddresses(tx, [...strangers.values()]);
  const inbound = arrivals.map((arrival, at) =>
    newInbound(arrival, known[at] ?? strangers.get(nameOf(arrival.message.from))?.id ?? "", runtime),
  );
  return statements.recordInbound(tx, inbound);
}

const nameOf = ({ channel, identifier }: Address): string => `${channel} ${identifier}`;

/** A stranger. A deep link (`?start=ar`) on a poster says which language its readers speak; else her first words do. */
function newAddress(
  { from, account, kind, text }: InboundMessage,
  { newId, clock, locales }: Runtime,
): NewAddress {
  return {
    ...from,
    id: newId(),
    country: from.identifier.startsWith("+") ? countryOf(from.identifier) : null,
    account,
    language: kind === "start" && isLanguage(text) ? text : locales.guess(text),
    firstSeenAt: clock.now().getTime(),
  };
}

function newInbound({ message, requestId }: Arrival, addressId: string, { clock }: Runtime): NewInbound {
  const { account, providerId, kind, text, choice, providerAnswered, unread } = message;
  return {
    addressId,
    account,
    providerId,
    kind,
    text,
    choice,
    providerAnswered,
    unread: JSON.stringify(unread),
    requestId,
    receivedAt: clock.now().getTime(),
  };
}
