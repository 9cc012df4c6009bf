import { type Clause, readClauses } from "./digest-clauses.ts";
import { digestTokens } from "./digest-tokens.ts";

/** Why an employer does not want a candidate, by the digit typed after the card: 1 to 5. */
export const declineReasons = ["skill", "distance", "language", "pay", "filled"] as const;
export type DeclineReason = (typeof declineReasons)[number];

/** What an employer decided about one candidate. */
export type CardDecision =
  | { readonly card: string; readonly verdict: "yes" }
  | { readonly card: string; readonly verdict: "no"; readonly reason: DeclineReason | null };

/** Why a reply was not understood. */
export type DigestDoubt =
  | "empty"
  | "question"
  | "unknown_word"
  | "unknown_card"
  | "which_card"
  | "which_opening"
  | "yes_or_no"
  | "yes_and_no"
  | "unknown_reason"
  | "order";

/** An employer's reply to a digest. An unclear one changes nothing; `parts` are what was not understood, to be told. */
export type DigestReply =
  | { readonly kind: "decide"; readonly decisions: readonly CardDecision[] }
  | { readonly kind: "more" }
  | { readonly kind: "close"; readonly code: string }
  /** The last decisions are taken back. */
  | { readonly kind: "undo" }
  | { readonly kind: "unclear"; readonly why: DigestDoubt; readonly parts: readonly string[] };

const unclear = (why: DigestDoubt, ...parts: readonly string[]) => ({ kind: "unclear", why, parts }) as const;

/**
 * Reads what an employer answers to a digest: `YES A1 A3`, `NO A2 2`, `MORE`, `UNDO`, `CLOSE 4F7`, in any case, digit
 * script and order that leaves no doubt ("a1=yes, a2 no"), in English, French and Arabic.
 *
 * All of it is understood or none: an unknown word, a card that was not shown, a question mark or two readings make the
 * whole reply unclear. A bare YES is enough where one card was shown.
 *
 * @param shown  the cards the employer has seen of the opening, such as A1
 */
export function readDigestReply(text: string, shown: readonly string[]): DigestReply {
  if (/[?؟]/u.test(text)) return unclear("question", "?");
  const tokens = digestTokens(text);
  const unknown = tokens.flatMap((token) => (token.kind === "unknown" ? [token.text] : []));
  if (unknown.length > 0) return unclear("unknown_word", ...unknown);
  const [first, second] = tokens;
  if (first === undefined) return unclear("empty");
  if (first.kind === "more" && tokens.length === 1) return { kind: "more" };
  if (first.kind === "undo" && tokens.length === 1) return { kind: "undo" };
  if (first.kind === "close") {
    if (tokens.length === 2 && second?.kind === "code") return { kind: "close", code: second.code };
    return tokens.length === 1 ? unclear("which_opening") : unclear("order");
  }
  const clauses = readClauses(tokens) ?? readParts(text);
  if (clauses !== null) return decide(clauses, shown);
  if (!tokens.some(({ kind }) => kind === "card" || kind === "all")) return unclear("which_card");
  return unclear(tokens.some(({ kind }) => kind === "verdict") ? "order" : "yes_or_no");
}

const partEnds = /[,،;.\n]+/u;

/** Where the reply is no clause as a whole, each part between commas must be one on its own: "yes A1, A2 no". */
function readParts(text: string): readonly Clause[] | null {
  const parts = text
    .split(partEnds)
    .map(digestTokens)
    .filter((tokens) => tokens.length > 0)
    .map(readClauses);
  return parts.every((part) => part !== null) ? parts.flat() : null;
}

function decide(clauses: readonly Clause[], shown: readonly string[]): DigestReply {
  const decisions = new Map<string, CardDecision>();
  for (const { verdict, cards, digit } of clauses) {
    const reason = digit === null ? null : declineReasons[digit - 1];
    if (reason === undefined) return unclear("unknown_reason", String(digit));
    if (reason !== null && verdict === "yes") return unclear("which_card", String(digit));
    if (cards === "only" && shown.length !== 1) return unclear("which_card");
    for (const card of cards === "all" || cards === "only" ? shown : cards) {
      if (!shown.includes(card)) return unclear("unknown_card", card);
      const decision: CardDecision = verdict === "yes" ? { card, verdict } : { card, verdict, reason };
      const before = decisions.get(card);
      if (before !== undefined && !isSame(before, decision)) return unclear("yes_and_no", card);
      decisions.set(card, decision);
    }
  }
  return decisions.size === 0
    ? unclear("which_card")
    : { kind: "decide", decisions: [...decisions.values()] };
}

const reasonOf = (decision: CardDecision): DeclineReason | null =>
  decision.verdict === "no" ? decision.reason : null;

const isSame = (one: CardDecision, other: CardDecision): boolean =>
  one.verdict === other.verdict && reasonOf(one) === reasonOf(other);
