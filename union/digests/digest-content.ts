import { isLanguage, type Language } from "../../domain/language.ts";
import type { Transaction } from "../../prisma/store.ts";
import { cardPlace } from "./card-code.ts";
import { type CardView, cardViews } from "./card-view.ts";

/** What became of a digest's card: it waits for a word, was decided, or is not to be had any more. */
export type CardStanding =
  | { readonly kind: "waiting"; readonly view: CardView }
  | { readonly kind: "decided"; readonly code: string; readonly verdict: "yes" | "no"; readonly on: Date }
  | { readonly kind: "gone"; readonly code: string };

/** How an opening goes, in numbers an employer may know. */
export interface Funnel {
  /** Members who were told of it. */
  readonly told: number;
  /** Of those, members who said yes. */
  readonly interested: number;
  /** Cards she has seen and said nothing about. */
  readonly waiting: number;
}

/** A digest as it stands now, for whoever shows it. */
export interface DigestContent {
  readonly id: string;
  readonly kind: "cards" | "reminder";
  readonly createdAt: Date;
  readonly employer: {
    readonly id: string;
    readonly name: string;
    readonly language: Language;
    readonly country: string | null;
    readonly email: string | null;
    readonly isVerified: boolean;
    readonly takesLetters: boolean;
  };
  readonly opening: {
    readonly id: string;
    readonly code: string;
    readonly livelihood: string;
    readonly place: string;
    /** Decisions still mean something: it is open, or paused. */
    readonly isLive: boolean;
  };
  readonly funnel: Funnel;
  readonly cards: readonly CardStanding[];
}

/** Reads a digest as it stands now; null where there is none of this id. Changes nothing. */
export async function digestContent(
  tx: Transaction,
  digestId: string,
  look: { readonly now: Date; readonly smallest: number },
): Promise<DigestContent | null> {
  const digest = await tx.digest.findUnique({
    where: { id: digestId },
    include: { employer: true, opening: true, digestCards: { include: { card: true } } },
  });
  if (digest === null) return null;
  const { employer, opening } = digest;
  const cards = digest.digestCards.map(({ card }) => card).sort(byCreation);
  const undecided = cards.filter(({ state }) => state === "shown");
  const views = await cardViews(tx, opening, undecided, look);
  return {
    id: digest.id,
    kind: digest.kind === "reminder" ? "reminder" : "cards",
    createdAt: digest.createdAt,
    employer: {
      id: employer.id,
      name: employer.name,
      language: isLanguage(employer.language) ? employer.language : "en",
      country: employer.country,
      email: employer.email,
      isVerified: employer.state === "verified",
      takesLetters: employer.takesLetters,
    },
    opening: {
      id: opening.id,
      code: opening.code,
      livelihood: opening.livelihood,
      place: opening.place,
      isLive: isLive(opening.state),
    },
    funnel: await readFunnel(tx, opening.id),
    cards: cards.map(({ id, code, state, verdict, decidedAt }) => {
      const view = views.get(id);
      if (view !== undefined) return { kind: "waiting", view };
      if (state === "withdrawn" || decidedAt === null || verdict === null) return { kind: "gone", code };
      return { kind: "decided", code, verdict: verdict === "yes" ? "yes" : "no", on: decidedAt };
    }),
  };
}

/** True for openings about which decisions still mean something. */
export const isLive = (state: string): boolean => state === "open" || state === "paused";

/** Counts how an opening goes. */
export async function readFunnel(tx: Transaction, openingId: string): Promise<Funnel> {
  return {
    told: await tx.alert.count({ where: { openingId, toldAt: { not: null } } }),
    interested: await tx.card.count({ where: { openingId, state: { not: "withdrawn" } } }),
    waiting: await tx.card.count({ where: { openingId, state: "shown" } }),
  };
}

/** The order in which they said yes. */
export const byCreation = (
  one: { readonly createdAt: Date; readonly code: string },
  other: { readonly createdAt: Date; readonly code: string },
): number =>
  one.createdAt.getTime() - other.createdAt.getTime() || cardPlace(one.code) - cardPlace(other.code);
