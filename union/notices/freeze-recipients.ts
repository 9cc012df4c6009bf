import { mostWithoutApproval } from "../../domain/notice-approval.ts";
import type { AudienceQuestion } from "../../prisma/rows/notice.ts";
import type { Store, Writing } from "../../prisma/store.ts";
import { audienceQuestion } from "./audience-question.ts";
import { moveNotice } from "./move-notice.ts";
import { findNotice, type Notice } from "./stored-notice.ts";

/** Addresses that are looked at in one transaction: few enough that nobody's answer waits for it. */
const addressesAtOnce = 2_000;

/**
 * Writes down the recipients of an approved notice, a slice of the addresses in each transaction, and then lets it be
 * sent. Whoever is interrupted goes on where the last slice ended.
 */
export async function freezeRecipients(store: Store, notice: Notice, now: () => Date): Promise<void> {
  if (notice.approvedAt === null) return;
  const question = await audienceQuestion(store.read, notice, notice.approvedAt);
  let hasMore = true;
  while (hasMore) {
    hasMore = await store.write.once(async (tx) => {
      const current = await findNotice(tx, notice.id);
      if (current === null) return false;
      return freezeSlice({ tx, statements: store.statements }, current, question, now());
    });
  }
}

/** Freezes the next slice of a notice that is being frozen. True where there is more to do. */
export async function freezeSlice(
  { tx, statements }: Writing,
  notice: Notice,
  question: AudienceQuestion,
  now: Date,
): Promise<boolean> {
  if (notice.state !== "freezing") return false;
  const actor = "system";
  const slice = await statements.nextSlice(tx, notice.frozenUpTo ?? "", addressesAtOnce);
  const found = slice === null ? 0 : await statements.freezeAudience(tx, notice.id, question, slice);
  const recipients = notice.recipients + found;
  if (recipients > mostWithoutApproval && notice.approvedBy === notice.writtenBy) {
    // More have come than there were when the writer sent it alone.
    await tx.noticeRecipient.deleteMany({ where: { noticeId: notice.id } });
    const changes = { approvedBy: null, approvedAt: null, frozenUpTo: null, recipients: 0 };
    await moveNotice(tx, notice, { event: "return", actor, now, changes, detail: { recipients } });
    return false;
  }
  const rest = slice === null ? null : await statements.nextSlice(tx, slice.upTo, 1);
  if (slice !== null && rest !== null) {
    await tx.notice.update({ where: { id: notice.id }, data: { frozenUpTo: slice.upTo, recipients } });
    return true;
  }
  const changes = { frozenUpTo: null, frozenAt: now, recipients };
  await moveNotice(tx, notice, { event: "frozen", actor, now, changes, detail: { recipients } });
  return false;
}
