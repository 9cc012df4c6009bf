/** What an answer holds; which of these depends on the kind of its question. */
export type Value = string | number | readonly string[];

/** An answer, with the revision of the question it was given to. */
export interface Given {
  readonly value: Value;
  readonly rev: number;
}

/** The question on the person's screen, with its options in the order shown. A reply can answer this one and no other. */
export interface Asked {
  readonly key: string;
  readonly rev: number;
  readonly options: readonly string[];
  /** For options that come from data: their labels, in the same order. */
  readonly labels?: readonly string[];
  /** Which page of a long list is on the screen, counted from 0. */
  readonly page: number;
  /** The id of what the conversation is about, where it is about something: the next one asks the same of something else. */
  readonly about?: string;
}

/** A question as a tap names it. */
export type Shown = Pick<Asked, "key" | "rev" | "about">;

/**
 * What a tap on a question names it by: a question asked with a new meaning, or about something else, is not the one
 * under the old buttons.
 */
export const shownName = ({ key, rev, about }: Shown): string =>
  `${rev === 1 ? key : `${key}.${rev}`}${about === undefined ? "" : `~${about}`}`;

/** The question that a tap names. */
export function readShownName(name: string): Shown {
  const [question = "", about] = name.split("~");
  const [key = "", rev] = question.split(".");
  return { key, rev: Number(rev ?? 1), ...(about === undefined ? {} : { about }) };
}

/** All that is stored of a conversation. The position is not in it: it is derived from the answers, so that a flow may change under way. */
export interface Session {
  readonly flow: string;
  readonly version: number;
  readonly answers: Readonly<Record<string, Given>>;
  readonly asked: Asked | null;
  /** The texts said so far, so that none is said twice. */
  readonly said: readonly string[];
  /** The actions asked for so far, so that none is run twice. */
  readonly ran: readonly string[];
  /** How often in a row a reply was not understood. */
  readonly retries: number;
}

/** A conversation of which nothing has been said yet. */
export const newSession = (flow: { readonly id: string; readonly version: number }): Session => ({
  flow: flow.id,
  version: flow.version,
  answers: {},
  asked: null,
  said: [],
  ran: [],
  retries: 0,
});
