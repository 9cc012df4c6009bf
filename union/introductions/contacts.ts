import type { Transaction } from "../../prisma/store.ts";
import { employerAddress } from "../digests/employer-address.ts";

/** How an employer reaches a member who agreed. */
export interface MemberContact {
  readonly name: string | null;
  /** In E.164 form; null where she has no number with us (Telegram): then it is she who writes first. */
  readonly phone: string | null;
}

/** How a member reaches the employer. */
export interface EmployerContact {
  readonly name: string;
  readonly contactName: string;
  readonly phone: string | null;
  readonly email: string | null;
  readonly openingCode: string;
  readonly livelihood: string;
}

/**
 * Reads how a member is reached who agreed: by the address she agreed from, or else by the number she has had longest.
 *
 * @param addressId  where she answered; null where nobody knows
 */
export async function memberContact(
  tx: Transaction,
  personId: string,
  addressId: string | null,
): Promise<MemberContact> {
  const person = await tx.person.findUnique({
    where: { id: personId },
    select: {
      name: true,
      addresses: {
        where: { until: null },
        select: { addressId: true, address: { select: { channel: true, identifier: true } } },
        orderBy: { since: "asc" },
      },
    },
  });
  const numbers = (person?.addresses ?? []).flatMap(({ addressId: id, address }) => {
    const number = numberOf(address);
    return number === null ? [] : [{ id, number }];
  });
  const phone = numbers.find(({ id }) => id === addressId) ?? numbers[0];
  return { name: person?.name ?? null, phone: phone?.number ?? null };
}

/** Reads how the employer of an opening is reached. */
export async function employerContact(
  tx: Transaction,
  employer: {
    readonly id: string;
    readonly name: string;
    readonly contactName: string;
    readonly email: string | null;
  },
  opening: { readonly code: string; readonly livelihood: string },
): Promise<EmployerContact> {
  const address = await employerAddress(tx, employer.id);
  return {
    name: employer.name,
    contactName: employer.contactName,
    phone: address === null ? null : numberOf(address),
    email: employer.email,
    openingCode: opening.code,
    livelihood: opening.livelihood,
  };
}

/** Whether neither can reach the other: she has no number with us, and the employer neither a number nor e-mail. */
export const areApart = (member: MemberContact, employer: EmployerContact): boolean =>
  member.phone === null && employer.phone === null && employer.email === null;

/** A Telegram address is no number, nor are the ids that WhatsApp gives in place of one. */
const numberOf = (address: { readonly channel: string; readonly identifier: string }): string | null =>
  address.channel !== "telegram" && /^\+\d+$/.test(address.identifier) ? address.identifier : null;
