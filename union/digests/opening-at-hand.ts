import { isLanguage, type Language } from "../../domain/language.ts";
import { minuteMs } from "../../domain/moment.ts";
import type { Transaction } from "../../prisma/store.ts";
import { type CardView, cardViews } from "./card-view.ts";
import { byCreation } from "./digest-content.ts";
import { employerAddress } from "./employer-address.ts";
import type { Situation } from "./what-is-due.ts";

/** How long a member who has just said yes may take to say for how many years she has done this work. */
const settleMs = 2 * minuteMs;

/** A card that may be shown, and as what. */
export interface Showable {
  readonly id: string;
  readonly personId: string | null;
  readonly view: CardView;
}

/** An opening whose employer may hear of candidates, and all that a digest of it is made from. */
export interface OpeningAtHand {
  readonly id: string;
  readonly code: string;
  readonly livelihood: string;
  readonly place: string;
  readonly employerId: string;
  readonly language: Language;
  /** Where letters go; null for an employer who has no e-mail or takes none. */
  readonly recipient: string | null;
  readonly addressId: string | null;
  readonly fresh: readonly Showable[];
  readonly undecided: readonly Showable[];
  /** The first of the digests that she has not answered. */
  readonly silentSince: string | null;
  readonly situation: Situation;
}

/** What a look at an opening depends on besides the database. */
export interface Look {
  readonly now: Date;
  /** How many members must look the same on a card. */
  readonly smallest: number;
}

/**
 * Reads an opening as it stands; null where nobody is to hear of candidates: it is not open, the employer is not verified
 * or wants no digests, or there is no way to reach her.
 */
export async function openingAtHand(
  tx: Transaction,
  openingId: string,
  look: Look,
): Promise<OpeningAtHand | null> {
  const opening = await tx.opening.findUnique({
    where: { id: openingId },
    include: {
      employer: true,
      cards: {
        where: { state: { in: ["new", "shown"] } },
        include: { person: { select: { years: true } } },
      },
      digests: { orderBy: [{ createdAt: "asc" }, { id: "asc" }] },
    },
  });
  if (opening === null || opening.state !== "open" || opening.validUntil <= look.now) return null;
  const { employer, digests } = opening;
  if (employer.state !== "verified" || employer.digestEvery === "off") return null;
  const addressId = (await employerAddress(tx, employer.id))?.addressId ?? null;
  const recipient = employer.takesLetters ? employer.email : null;
  if (addressId === null && recipient === null) return null;
  const cards = opening.cards.sort(byCreation);
  const views = await cardViews(tx, opening, cards, look);
  const showable = (state: string): readonly Showable[] =>
    cards.flatMap(({ id, personId, ...card }) => {
      const view = card.state === state ? views.get(id) : undefined;
      return view === undefined ? [] : [{ id, personId, view }];
    });
  const isSettled = (cardId: string): boolean => {
    const card = cards.find(({ id }) => id === cardId);
    const isAsked = card?.person?.years === null;
    return !isAsked || look.now.getTime() - card.createdAt.getTime() >= settleMs;
  };
  const fresh = showable("new").filter(({ id }) => isSettled(id));
  const undecided = showable("shown");
  return {
    id: opening.id,
    code: opening.code,
    livelihood: opening.livelihood,
    place: opening.place,
    employerId: employer.id,
    language: isLanguage(employer.language) ? employer.language : "en",
    recipient,
    addressId,
    fresh,
    undecided,
    silentSince: digests.find(({ answeredAt }) => answeredAt === null)?.id ?? null,
    situation: {
      every: employer.digestEvery === "week" ? "week" : "day",
      country: employer.country,
      startsOn: opening.startsOn,
      fresh: fresh.length,
      undecided: undecided.length,
      digests: digests.map(({ kind, createdAt, answeredAt }) => ({
        kind: kind === "reminder" ? "reminder" : "cards",
        createdAt: createdAt.getTime(),
        isAnswered: answeredAt !== null,
      })),
    },
  };
}
