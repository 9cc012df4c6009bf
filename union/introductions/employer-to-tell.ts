import { isLanguage, type Language } from "../../domain/language.ts";
import type { Employer, Opening } from "../../prisma/client/client.ts";
import type { Transaction } from "../../prisma/store.ts";
import { employerAddress } from "../digests/employer-address.ts";
import { queueLetterAbout } from "../letters/queue-letter.ts";

/** An employer who is to hear what became of a candidate she wants, and where. */
export interface EmployerToTell {
  readonly employerId: string;
  /** Where she is written to; null for an employer who has only e-mail. */
  readonly addressId: string | null;
  readonly language: Language;
  readonly openingId: string;
  readonly openingCode: string;
  readonly livelihood: string;
  /** The card she said yes to, such as A1. */
  readonly card: string;
}

/** A wanted card with its opening and employer, as introductions are read. */
export interface WantedCard {
  readonly code: string;
  readonly opening: Opening & { readonly employer: Employer };
}

/**
 * Finds where the employer of a wanted card is to be told, and asks for the letter about it where she has e-mail.
 *
 * @param about  the id of the introduction; for `forget` of the card, which stays when the member is erased
 */
export async function employerToTell(
  tx: Transaction,
  about: string,
  { code, opening }: WantedCard,
  kind: "introduction" | "not-available" | "forget",
  now: Date,
): Promise<EmployerToTell> {
  const { employer } = opening;
  const language = isLanguage(employer.language) ? employer.language : "en";
  // Her own yes is answered, also where she wants no digests by e-mail any more.
  if (employer.email !== null) {
    const order = { kind, about, recipient: employer.email, language, now };
    await queueLetterAbout(tx, { key: `${kind}:${about}`, ...order });
  }
  const address = await employerAddress(tx, employer.id);
  return {
    employerId: employer.id,
    addressId: address?.addressId ?? null,
    language,
    openingId: opening.id,
    openingCode: opening.code,
    livelihood: opening.livelihood,
    card: code,
  };
}
