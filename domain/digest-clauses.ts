import type { DigestToken } from "./digest-tokens.ts";

/** One verdict of an employer, the cards it is about, and the digit of a reason. */
export interface Clause {
  readonly verdict: "yes" | "no";
  /** "only" where no card is named: clear where a single one was shown. */
  readonly cards: readonly string[] | "all" | "only";
  readonly digit: number | null;
}

/**
 * Reads words in an order that leaves no doubt: every verdict before its cards ("yes A1 A3 no A2"), or every verdict
 * behind them ("A1 A3 yes A2 no"). A digit after the cards, or after the verdict behind them, is the reason for all
 * of those. Null for any other order: in "yes A1 A2 no" nobody knows where A2 belongs.
 */
export function readClauses(tokens: readonly DigestToken[]): readonly Clause[] | null {
  const [first, ...others] = tokens;
  if (first?.kind !== "verdict") return verdictsLast(tokens);
  if (others.length === 0) return [{ verdict: first.verdict, cards: "only", digit: null }];
  return verdictsFirst(tokens);
}

/** In front of each further verdict the cards of the one before are complete. */
function verdictsFirst(tokens: readonly DigestToken[]): readonly Clause[] | null {
  const clauses: Clause[] = [];
  let at = 0;
  while (at < tokens.length) {
    const verdict = tokens[at];
    if (verdict?.kind !== "verdict") return null;
    at += 1;
    let digit: number | null;
    // A reason ends a group of cards, and the same verdict goes on: "no A1 2 A2 4".
    do {
      const group = readGroup(tokens, at);
      if (group === null) return null;
      digit = digitAt(tokens, at + group.length);
      clauses.push({ verdict: verdict.verdict, cards: group.cards, digit });
      at += group.length + (digit === null ? 0 : 1);
    } while (digit !== null && at < tokens.length && tokens[at]?.kind !== "verdict");
  }
  return clauses;
}

function verdictsLast(tokens: readonly DigestToken[]): readonly Clause[] | null {
  const clauses: Clause[] = [];
  let at = 0;
  while (at < tokens.length) {
    const group = readGroup(tokens, at);
    if (group === null) return null;
    at += group.length;
    const verdict = tokens[at];
    if (verdict?.kind !== "verdict") return null;
    const digit = digitAt(tokens, at + 1);
    clauses.push({ verdict: verdict.verdict, cards: group.cards, digit });
    at += digit === null ? 1 : 2;
  }
  return clauses.length === 0 ? null : clauses;
}

/** The cards that stand together from here on, or "all" alone; null for none. */
function readGroup(tokens: readonly DigestToken[], from: number) {
  if (tokens[from]?.kind === "all") return { cards: "all", length: 1 } as const;
  const cards: string[] = [];
  for (const token of tokens.slice(from)) {
    if (token.kind !== "card") break;
    cards.push(token.card);
  }
  return cards.length === 0 ? null : { cards, length: cards.length };
}

function digitAt(tokens: readonly DigestToken[], at: number): number | null {
  const token = tokens[at];
  return token?.kind === "digit" ? token.digit : null;
}
