import { foldDigits } from "../../domain/digits.ts";
import { hourMs } from "../../domain/moment.ts";
import type { Transaction } from "../../prisma/store.ts";
import type { Means } from "../means.ts";
import { pinHashOf } from "./fingerprints.ts";

const pinDigits = 6;
const validMs = 72 * hourMs;
const mostUses = 3;
const mostWrongTries = 5;

/** A PIN that a member gives to whoever may see more of her papers. */
export interface SharePin {
  readonly pin: string;
  readonly expiresAt: Date;
  readonly uses: number;
}

/** Makes a PIN for 72 hours and ends the one before; null for somebody who has no paper that counts. The PIN itself is not kept. */
export async function sharePapers(
  tx: Transaction,
  { newId, randomInt, secrets }: Pick<Means, "newId" | "randomInt" | "secrets">,
  { personId, addressId }: { readonly personId: string; readonly addressId: string },
  now: Date,
): Promise<SharePin | null> {
  const papers = await tx.credential.count({
    where: { personId, state: "issued", validUntil: { gt: now } },
  });
  if (papers === 0) return null;
  await endSharing(tx, personId, now);
  const id = newId();
  const pin = String(randomInt(10 ** pinDigits)).padStart(pinDigits, "0");
  const expiresAt = new Date(now.getTime() + validMs);
  await tx.shareGrant.create({
    data: {
      ...{ id, personId, addressId, pinHash: pinHashOf(secrets, id, pin), createdAt: now, expiresAt },
      ...{ usesLeft: mostUses, triesLeft: mostWrongTries },
    },
  });
  return { pin, expiresAt, uses: mostUses };
}

/** Ends the PIN a member has given out, at once. Says whether there was one. */
export async function endSharing(tx: Transaction, personId: string, now: Date): Promise<boolean> {
  const { count } = await tx.shareGrant.updateMany({
    where: { personId, endedAt: null },
    data: { endedAt: now },
  });
  return count > 0;
}

/** Who is to be told that her papers were looked at, and where. */
export interface Viewed {
  readonly personId: string;
  readonly addressId: string;
}

/** Takes one use of a PIN; null for a wrong one, and for one that is used up, over or never was: the asker cannot tell which. */
export async function takePin(
  tx: Transaction,
  secrets: Means["secrets"],
  personId: string | null,
  typed: string,
  now: Date,
): Promise<Viewed | null> {
  const pin = foldDigits(typed).replace(/\s/g, "");
  if (personId === null || !/^\d{6}$/.test(pin)) return null;
  const grant = await tx.shareGrant.findFirst({
    where: { personId, endedAt: null, expiresAt: { gt: now }, triesLeft: { gt: 0 }, usesLeft: { gt: 0 } },
    orderBy: { createdAt: "desc" },
  });
  if (grant === null) return null;
  const isRight = grant.pinHash === pinHashOf(secrets, grant.id, pin);
  const { triesLeft, usesLeft } = grant;
  await tx.shareGrant.update({
    where: { id: grant.id },
    data: isRight ? { usesLeft: usesLeft - 1 } : { triesLeft: triesLeft - 1 },
  });
  return isRight ? { personId, addressId: grant.addressId } : null;
}
