import type { NewOutbound } from "../../prisma/rows/outbound.ts";
import type { Transaction } from "../../prisma/store.ts";
import { type CodeAnswer, checkCode, checkCodeWithin } from "../../union/credentials/check-code.ts";
import type { CredentialMeans } from "../../union/credentials/credential-means.ts";
import type { CodeQuestion } from "../../union/credentials/look-up-code.ts";
import type { Viewed } from "../../union/credentials/share-papers.ts";

/** How a member hears that somebody saw her papers with her PIN. */
export interface ViewingNews {
  /** Queues it, once for each `once`. */
  readonly tell: (tx: Transaction, viewed: Viewed, once: string) => Promise<readonly NewOutbound[]>;
  /** Rings for what was queued. */
  readonly announce: (queued: readonly NewOutbound[]) => void;
}

/**
 * Answers a visitor's question about a code. Where a PIN opened a member's papers she is told in the transaction that
 * counted its use: nobody sees them unnoticed.
 *
 * @param once  names this visit
 */
export async function checkForVisitor(
  means: Pick<CredentialMeans, "store" | "clock" | "secrets" | "issuer">,
  question: CodeQuestion,
  once: string,
  news: ViewingNews,
): Promise<CodeAnswer> {
  if (question.pin === null) return checkCode(means, question);
  const { answer, queued } = await means.store.write.once(async (tx) => {
    const checked = await checkCodeWithin(tx, means, question, means.clock.now());
    const viewed = checked.kind === "good" ? checked.viewed : null;
    return { answer: checked, queued: viewed === null ? [] : await news.tell(tx, viewed, once) };
  });
  news.announce(queued);
  return answer;
}
