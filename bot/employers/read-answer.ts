import { cleanText } from "../../domain/clean-text.ts";
import { type CardDecision, type DigestDoubt, readDigestReply } from "../../domain/digest-reply.ts";
import { digestTokens } from "../../domain/digest-tokens.ts";
import { readOpeningCode } from "../../domain/opening-code.ts";
import type { SeenCards } from "../../union/digests/seen-cards.ts";
import type { TextValues } from "../values/flow-values.ts";

/** What an employer's answer to her digests asks for. */
export type DigestAnswer =
  | { readonly kind: "decide"; readonly openingId: string; readonly decisions: readonly CardDecision[] }
  | { readonly kind: "more" }
  | { readonly kind: "undo" }
  | { readonly kind: "close"; readonly code: string }
  /** Not clear: nothing is changed, and `key` of the conversation's texts says why. */
  | Doubt;
interface Doubt {
  readonly kind: "doubt";
  readonly key: string;
  readonly values: TextValues;
}

/** What is quoted of a text that was not understood, at most. */
const mostQuoted = 20;

const doubt = (key: string, values: TextValues = {}): Doubt => ({ kind: "doubt", key, values });

/** Finds out which opening an employer's answer is about, and reads it as a whole: `YES A1`, `YES 4F7 A1`, `MORE`, `UNDO`, `CLOSE 4F7`. */
export function readAnswer(text: string, openings: readonly SeenCards[]): DigestAnswer {
  const plain = readDigestReply(text, []);
  if (plain.kind !== "decide" && plain.kind !== "unclear") return plain;
  if (plain.kind === "unclear" && isFinal.has(plain.why)) return doubtOf(plain.why, plain.parts);
  const opening = openingMeant(text, openings);
  if (opening.kind === "doubt") return opening;
  const words = withoutCodes(text);
  const first = readDigestReply(words, opening.cards.waiting);
  const isOlder = first.kind === "unclear" && first.why === "unknown_card";
  const reply = isOlder ? readDigestReply(words, opening.cards.seen) : first;
  if (reply.kind === "unclear") return doubtOf(reply.why, reply.parts);
  return reply.kind === "decide"
    ? { kind: "decide", openingId: opening.cards.openingId, decisions: reply.decisions }
    : doubt("whichCard");
}

/** Doubts that no knowledge of the cards could end. */
const isFinal: ReadonlySet<DigestDoubt> = new Set(["empty", "question", "unknown_word", "which_opening"]);

type Meant = { readonly kind: "meant"; readonly cards: SeenCards } | Doubt;

function openingMeant(text: string, openings: readonly SeenCards[]): Meant {
  const tokens = digestTokens(text);
  const cards = tokens.flatMap((token) => (token.kind === "card" ? [token.card] : []));
  const [code, ...others] = tokens.flatMap((token) => (token.kind === "code" ? [token.code] : []));
  if (others.length > 0) return doubt("whichCard");
  const named = code === undefined ? openings : openings.filter(({ openingCode }) => openingCode === code);
  if (code !== undefined && named.length === 0) return doubt("unknownJob", { part: code });
  const fitting = cards.length === 0 ? withWaiting(named) : withCards(named, cards);
  const [one, another] = fitting;
  if (one === undefined) {
    if (cards.length === 0) return doubt("nobody");
    const unseen = cards.find((card) => !named.some(({ seen }) => seen.includes(card)));
    return doubt("unknownCard", { part: unseen ?? cards.join(" ") });
  }
  if (another === undefined) return { kind: "meant", cards: one };
  if (cards[0] === undefined) return doubt("whichCard");
  const codes = fitting.map(({ openingCode }) => openingCode).slice(0, 3);
  return doubt("whichJob", { part: cards[0], codes: codes.join(", "), jobCode: one.openingCode });
}

const withWaiting = (openings: readonly SeenCards[]): readonly SeenCards[] =>
  openings.filter(({ waiting }) => waiting.length > 0);

/** The openings in which all these cards wait; where there is none, those in which all were shown. */
function withCards(openings: readonly SeenCards[], cards: readonly string[]): readonly SeenCards[] {
  const waiting = openings.filter((opening) => cards.every((card) => opening.waiting.includes(card)));
  return waiting.length > 0
    ? waiting
    : openings.filter(({ seen }) => cards.every((card) => seen.includes(card)));
}

const withoutCodes = (text: string): string =>
  text
    .split(/(?<=[\s,،;:.])/u)
    .filter((word) => readOpeningCode(word.replace(/[\s,،;:.]+$/u, "")) === null)
    .join("");

const keys: Readonly<Record<DigestDoubt, string>> = {
  empty: "whichCard",
  question: "question",
  unknown_word: "unclear",
  unknown_card: "unknownCard",
  which_card: "whichCard",
  which_opening: "whichToClose",
  yes_or_no: "whichCard",
  yes_and_no: "yesAndNo",
  unknown_reason: "reasons",
  order: "whichCard",
};

const doubtOf = (why: DigestDoubt, parts: readonly string[]): Doubt =>
  doubt(keys[why], { part: cleanText(parts.join(" "), mostQuoted) });
