import type { Transaction } from "../../prisma/store.ts";
import type { CardView } from "../digests/card-view.ts";
import { digestContent, type Funnel } from "../digests/digest-content.ts";
import { digestToken } from "../digests/digest-link.ts";
import { employerAddress } from "../digests/employer-address.ts";
import { type MemberContact, memberContact } from "../introductions/contacts.ts";
import type { WantedCard } from "../introductions/employer-to-tell.ts";
import type { Means } from "../means.ts";
import type { Subject } from "./queue-letter.ts";

interface AboutOpening {
  readonly employer: string;
  readonly openingCode: string;
  readonly livelihood: string;
  readonly place: string;
}

/** What a letter is to say. */
export type LetterContent =
  | (AboutOpening & {
      readonly kind: "digest";
      readonly isReminder: boolean;
      readonly funnel: Funnel;
      readonly cards: readonly CardView[];
      /** She can answer in a chat as well. */
      readonly hasChat: boolean;
      readonly pageUrl: string;
      readonly unsubscribeUrl: string;
    })
  | (AboutOpening & { readonly kind: "introduction"; readonly card: string; readonly member: MemberContact })
  | (AboutOpening & { readonly kind: "not-available" | "forget"; readonly card: string });

export interface LetterLook {
  readonly now: Date;
  /** How many members must look the same on a card. */
  readonly smallest: number;
}

/**
 * Reads what a letter is to say at the moment it leaves; null where there is nothing left to say: who took her yes back an
 * hour ago is in no letter, and who unsubscribed gets no digest.
 */
export async function letterContent(
  tx: Transaction,
  means: Pick<Means, "secrets" | "publicUrl">,
  letter: { readonly kind: Subject; readonly about: string },
  look: LetterLook,
): Promise<LetterContent | null> {
  switch (letter.kind) {
    case "digest":
      return digestLetter(tx, means, letter.about, look);
    case "forget":
      return forgetLetter(tx, letter.about);
    default:
      return introductionLetter(tx, letter.kind, letter.about);
  }
}

async function digestLetter(
  tx: Transaction,
  { secrets, publicUrl }: Pick<Means, "secrets" | "publicUrl">,
  digestId: string,
  look: LetterLook,
): Promise<LetterContent | null> {
  const digest = await digestContent(tx, digestId, look);
  if (digest === null || !digest.opening.isLive) return null;
  const { employer, opening, funnel } = digest;
  const cards = digest.cards.flatMap((card) => (card.kind === "waiting" ? [card.view] : []));
  if (cards.length === 0 || !employer.isVerified || !employer.takesLetters) return null;
  const page = `${publicUrl}/d/${digestToken(secrets, "page", digest)}`;
  const unsubscribe = `${publicUrl}/d/${digestToken(secrets, "unsubscribe", digest)}/unsubscribe`;
  return {
    kind: "digest",
    isReminder: digest.kind === "reminder",
    employer: employer.name,
    openingCode: opening.code,
    livelihood: opening.livelihood,
    place: opening.place,
    funnel,
    cards,
    hasChat: (await employerAddress(tx, employer.id)) !== null,
    pageUrl: page,
    unsubscribeUrl: unsubscribe,
  };
}

async function introductionLetter(
  tx: Transaction,
  kind: "introduction" | "not-available",
  introductionId: string,
): Promise<LetterContent | null> {
  const introduction = await tx.introduction.findUnique({
    where: { id: introductionId },
    include: { card: { include: { opening: { include: { employer: true } } } } },
  });
  if (introduction === null) return null;
  const { state, personId, addressId, card } = introduction;
  const { opening } = card;
  const about = aboutCard(card);
  if (kind === "not-available") return { kind, ...about };
  // Whoever lost our trust, or hers, since she agreed learns nothing.
  if (state !== "agreed" || opening.employer.state !== "verified") return null;
  return { kind, ...about, member: await memberContact(tx, personId, addressId) };
}

/** Also for an employer who may not hire through us any more: she is the one who must delete. */
async function forgetLetter(tx: Transaction, cardId: string): Promise<LetterContent | null> {
  const card = await tx.card.findUnique({
    where: { id: cardId },
    include: { opening: { include: { employer: true } } },
  });
  return card === null ? null : { kind: "forget", ...aboutCard(card) };
}

const aboutCard = ({ code, opening }: WantedCard): AboutOpening & { readonly card: string } => ({
  employer: opening.employer.name,
  openingCode: opening.code,
  livelihood: opening.livelihood,
  place: opening.place,
  card: code,
});
