/** What a person answered: typed words, or a tap on a choice of one question, which is named as `shownName` does. */
export type Reply =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "tap"; readonly question: string; readonly option: string };

/** Something to pick that comes from data: an opening, a person on this phone. */
export interface Offered {
  readonly id: string;
  readonly label: string;
}

/** What the engine must know to read a reply; handed in, so that it needs no dictionary, database or clock of its own. */
export interface Reader {
  /** The labels and synonyms of an option in every language this person may use, folded as `foldText` does. */
  readonly words: (question: string, option: string) => readonly string[];
  /** What there is to pick right now from a source of data. */
  readonly offered: (source: string) => readonly Offered[];
  /** Where a phone number without a country code is dialled; ISO 3166 two letters, or null. */
  readonly country: string | null;
  /** The calendar day where she is, `2027-03-05`. */
  readonly today: string;
}

/** What a reply means for the question on the screen. */
export type Reading =
  | { readonly kind: "value"; readonly value: string | number | readonly string[] }
  /** The person wants the next page of a long list. */
  | { readonly kind: "more" }
  /** More than one option fits, or none. */
  | { readonly kind: "ambiguous" }
  | { readonly kind: "not_understood" }
  /** It was understood and cannot be: a day that has passed, a wage without its currency. */
  | { readonly kind: "refused"; readonly why: Refusal };

/** Why an answer that was understood cannot be taken. */
export type Refusal =
  | "dayPast"
  | "dayTooFar"
  | "number"
  | "wage"
  | "wageTwo"
  | "wageAmbiguous"
  | "wageCurrency"
  | "wagePeriod";

export const notUnderstood: Reading = { kind: "not_understood" };
export const refused = (why: Refusal): Reading => ({ kind: "refused", why });
export const value = (of: string | number | readonly string[]): Reading => ({ kind: "value", value: of });
