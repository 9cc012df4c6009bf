import { type DigestToken, digestTokens } from "../../domain/digest-tokens.ts";
import type { Question } from "../../flows/engine/question.ts";

/** Longer than any answer to a digest that could be understood. */
const longest = 300;

/**
 * Tells whether an employer's text answers a digest rather than the question on her screen, if there is one.
 *
 * A verdict with a card, and CLOSE with a code, mean nothing else. A bare word counts only where no question waits that
 * could be answered with it.
 */
export function isDigestReply(text: string, question: Question | null): boolean {
  if (text.length > longest) return false;
  const tokens = digestTokens(text.replace(/[?؟]/gu, " "));
  const has = (kind: DigestToken["kind"]): boolean => tokens.some((token) => token.kind === kind);
  const isKnown = !has("unknown");
  if (isKnown && has("verdict") && has("card")) return true;
  if (isKnown && tokens[0]?.kind === "close" && has("code")) return true;
  if (question !== null && question.kind !== "choice") return false;
  const offers = question === null ? [] : question.options;
  if (tokens[0]?.kind === "close") return tokens.length <= 2;
  if (tokens.length === 1 && (has("more") || has("undo"))) return !offers.includes("more");
  if (isKnown && has("verdict")) return !offers.includes("yes") && !offers.includes("no");
  return has("card") && (has("verdict") || isKnown);
}
