import type { Language } from "../../domain/language.ts";
import type { Transaction } from "../../prisma/store.ts";
import type { CardView } from "./card-view.ts";
import type { Funnel } from "./digest-content.ts";

/** A digest as a chat needs it. */
export interface ChatDigest extends Funnel {
  readonly digestId: string;
  readonly kind: "cards" | "reminder";
  readonly employerId: string;
  /** Where she is written to; null for an employer who has only e-mail. */
  readonly addressId: string | null;
  readonly language: Language;
  readonly openingId: string;
  readonly openingCode: string;
  readonly livelihood: string;
  readonly place: string;
  readonly cards: readonly CardView[];
  /** New cards that did not fit: they come with MORE, or next time. */
  readonly more: number;
  /** The same digest as a page. */
  readonly pageUrl: string;
}

/** An opening that was paused because its employer does not answer, and the members who wait for her word. */
export interface PausedOpening {
  readonly openingId: string;
  readonly openingCode: string;
  readonly livelihood: string;
  readonly employerId: string;
  readonly addressId: string | null;
  readonly personIds: readonly string[];
}

/** Tells people of what a round has done, in the very transaction, so that it is told exactly when it was done. */
export interface DigestTold {
  readonly digest: (tx: Transaction, digest: ChatDigest) => Promise<void>;
  readonly paused: (tx: Transaction, opening: PausedOpening) => Promise<void>;
}
