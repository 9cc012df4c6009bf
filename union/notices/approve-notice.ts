import type { Moment } from "../../domain/moment.ts";
import { approvalRefusal } from "../../domain/notice-approval.ts";
import type { Means } from "../means.ts";
import { may, type Role } from "../staff/permissions.ts";
import { audienceQuestion } from "./audience-question.ts";
import { freezeSlice } from "./freeze-recipients.ts";
import { moveNotice } from "./move-notice.ts";
import { findNotice, type Notice } from "./stored-notice.ts";

/** Somebody of staff says yes to the notice she has read. */
export interface NoticeApproval {
  readonly noticeId: string;
  readonly staffId: string;
  readonly role: Role;
  /** `changedAt` of the notice as it was shown to her. */
  readonly seen: Moment;
}

export type ApprovedNotice =
  | { readonly kind: "approved" }
  | { readonly kind: "unknown_notice" }
  /** It does not wait for approval (any more). */
  | { readonly kind: "not_waiting" }
  /** It is not what she read: to be shown again. */
  | { readonly kind: "changed" }
  | { readonly kind: "own_notice" }
  | { readonly kind: "not_approver" }
  /** Its last moment has passed. */
  | { readonly kind: "too_late" };

/** A second person lets a notice go: from here on its recipients are fixed, and it is sent. */
export async function approveNotice(means: Means, approval: NoticeApproval): Promise<ApprovedNotice> {
  const now = means.clock.now();
  return release(means, approval, now, (notice) => {
    if (notice.state !== "awaiting_approval") return "not_waiting";
    if (notice.changedAt !== approval.seen) return "changed";
    const refusal = approvalRefusal({ staffId: approval.staffId, writtenBy: notice.writtenBy });
    return refusal ?? (may(approval.role, "notices.approve") ? null : "not_approver");
  });
}

/**
 * Lets a notice be sent unless there is something against it: approved, and the first slice of its recipients frozen, in
 * one transaction. The rest of a large one follows in the round of notices.
 */
export async function release<Refusal extends string>(
  means: Means,
  { noticeId, staffId }: Pick<NoticeApproval, "noticeId" | "staffId">,
  now: Date,
  refusalOf: (notice: Notice) => Refusal | null,
): Promise<{ readonly kind: "approved" | "unknown_notice" | "too_late" | Refusal }> {
  const { store, doorbell } = means;
  const kind = await store.write.once(async (tx) => {
    const notice = await findNotice(tx, noticeId);
    if (notice === null) return "unknown_notice";
    const refusal = refusalOf(notice);
    if (refusal !== null) return refusal;
    if (notice.notAfter <= now.getTime()) return "too_late";
    const approved = { approvedBy: staffId, approvedAt: now, frozenUpTo: null, recipients: 0 };
    await moveNotice(tx, notice, { event: "approve", actor: `staff:${staffId}`, now, changes: approved });
    const freezing = await findNotice(tx, noticeId);
    const question = await audienceQuestion(tx, notice, now.getTime());
    if (freezing !== null) await freezeSlice({ tx, statements: store.statements }, freezing, question, now);
    return "approved";
  });
  if (kind === "approved") void doorbell.announceRound("notices");
  return { kind };
}
