/** A letter as it is handed over. */
export interface OutgoingLetter {
  /** The same at every try, so that a repeat can be recognised by its Message-ID. */
  readonly id: string;
  readonly recipient: string;
  readonly language: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** What came of handing a letter over. A reason is a code: never an address or a word of the letter. */
export type HandedOver =
  | { readonly kind: "sent" }
  /** It stays with us and is read at /mailbox. */
  | { readonly kind: "kept" }
  /** Refused for good: to try again would change nothing. */
  | { readonly kind: "refused"; readonly reason: string }
  /** Not taken, or nobody knows: to be tried again. */
  | { readonly kind: "unreachable"; readonly reason: string };

/** The way letters leave. Expected outcomes are values: it throws only for a bug. */
export interface Transport {
  readonly send: (letter: OutgoingLetter) => Promise<HandedOver>;
}

/** The words of a letter. */
export interface WrittenLetter {
  readonly subject: string;
  /** The whole letter in plain text. */
  readonly text: string;
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
}
