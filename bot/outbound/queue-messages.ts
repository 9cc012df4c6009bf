import { type ConsentEntry, type ConsentTopic, mayBeAsked, mayReceive } from "../../domain/consent.ts";
import { messageRules } from "../../domain/message-class.ts";
import { nextAllowedAt } from "../../domain/quiet-hours.ts";
import type { NewOutbound } from "../../prisma/rows/outbound.ts";
import type { Transaction } from "../../prisma/store.ts";
import { consentLedgers } from "../../union/consent/ledger.ts";
import type { Runtime } from "../runtime.ts";

/** Which consent each topic of a message rests on: to remind of an open question belongs to keeping a profile. An answer to the person's own message rests on that message. */
const consentFor: Readonly<Record<string, ConsentTopic>> = {
  jobs: "jobs",
  notices: "notices",
  reminders: "profile",
  digests: "digests",
};

/** Questions to whoever a member named as her attestor: they rest on the member's yes. */
const onBehalfOfAnother = "attestation";

/**
 * The only way into the outbox. What the person did not allow is left out here, and what keeps quiet hours gets a time
 * by day, so that no caller can forget either. Gives back the ids of what was queued.
 */
export async function queueMessages(
  tx: Transaction,
  messages: readonly NewOutbound[],
  runtime: Runtime,
): Promise<readonly string[]> {
  const unasked = messages.filter((message) => message.class !== "reply");
  if (unasked.length === 0) return runtime.statements.writeOutbox(tx, messages);
  const addressIds = unasked.map(({ addressId }) => addressId);
  const ledgers = await consentLedgers(tx, addressIds);
  const countries = await countriesOf(tx, addressIds);
  const allowed = messages.filter(
    (message) => message.class === "reply" || isAllowed(message, ledgers.get(message.addressId) ?? []),
  );
  return runtime.statements.writeOutbox(
    tx,
    allowed.map((message) => byDay(message, countries.get(message.addressId) ?? null)),
  );
}

function isAllowed({ topic }: NewOutbound, entries: readonly ConsentEntry[]): boolean {
  if (topic === onBehalfOfAnother) return mayBeAsked(entries);
  const consent = consentFor[topic];
  return consent !== undefined && mayReceive(entries, consent);
}

function byDay(message: NewOutbound, country: string | null): NewOutbound {
  if (!messageRules[message.class].keepsQuietHours) return message;
  return { ...message, notBefore: nextAllowedAt(new Date(message.notBefore), country).getTime() };
}

async function countriesOf(
  tx: Transaction,
  addressIds: readonly string[],
): Promise<ReadonlyMap<string, string | null>> {
  const found = await tx.address.findMany({
    where: { id: { in: [...addressIds] } },
    select: { id: true, country: true },
  });
  return new Map(found.map(({ id, country }) => [id, country]));
}
