import { mayBeAsked } from "../../domain/consent.ts";
import { countryOf } from "../../domain/phone-number.ts";
import type { Transaction } from "../../prisma/store.ts";
import { consentLedgers } from "../../union/consent/ledger.ts";
import type { Runtime } from "../runtime.ts";

/** Ways to a phone number, the surest first: a text reaches every phone. */
const ways = ["sms", "whatsapp"] as const;

/**
 * The address under which somebody with this number can be asked, made where nobody has written from it or to it yet;
 * null where no sender of ours reaches it, or whoever has it stopped us.
 */
export async function attestorAddress(
  tx: Transaction,
  { number, language }: { readonly number: string; readonly language: string },
  runtime: Runtime,
): Promise<string | null> {
  const senders = [...runtime.channels.values()].filter(({ capabilities }) => capabilities.canReply);
  const channel = ways.find((way) => senders.some(({ kind }) => kind === way));
  const account = senders.find(({ kind }) => kind === channel)?.account;
  if (channel === undefined || account === undefined) return null;
  const [known] = await runtime.statements.findAddresses(tx, [{ channel, identifier: number }]);
  if (known != null) return (await isReachable(tx, known)) ? known : null;
  const id = runtime.newId();
  const firstSeenAt = runtime.clock.now().getTime();
  await runtime.statements.addAddresses(tx, [
    { ...{ id, channel, identifier: number, account, language, firstSeenAt }, country: countryOf(number) },
  ]);
  return id;
}

async function isReachable(tx: Transaction, addressId: string): Promise<boolean> {
  const lane = await tx.lane.findUnique({ where: { addressId }, select: { state: true } });
  const ledgers = await consentLedgers(tx, [addressId]);
  return lane?.state === "open" && mayBeAsked(ledgers.get(addressId) ?? []);
}
