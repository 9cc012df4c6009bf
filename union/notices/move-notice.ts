import { type NoticeEvent, noticeAfter } from "../../domain/notice-state.ts";
import type { Transaction } from "../../prisma/store.ts";
import { type AuditActor, audit } from "../audit/audit.ts";
import type { Notice } from "./stored-notice.ts";

/** What happens to a notice, and who did it. */
export interface NoticeMove {
  readonly event: NoticeEvent;
  /** A person of staff by id, or `system`. */
  readonly actor: AuditActor;
  readonly now: Date;
  /** What else changes with the state. */
  readonly changes?: {
    readonly changedAt?: Date;
    readonly approvedBy?: string | null;
    readonly approvedAt?: Date | null;
    readonly frozenUpTo?: string | null;
    readonly frozenAt?: Date;
    readonly recipients?: number;
    readonly doneAt?: Date;
  };
  /** For the audit log: counts and ids only. */
  readonly detail?: Readonly<Record<string, number | string>>;
}

/** Moves a notice to the state an event leads to, and writes that into the audit log; false, with nothing changed, where it cannot happen now. */
export async function moveNotice(
  tx: Transaction,
  notice: Pick<Notice, "id" | "state">,
  { event, actor, now, changes = {}, detail = {} }: NoticeMove,
): Promise<boolean> {
  const state = noticeAfter(notice.state, event);
  if (state === null) return false;
  await tx.notice.update({ where: { id: notice.id }, data: { ...changes, state } });
  await audit(tx, {
    actor,
    action: `notice.${event}`,
    object: `notice:${notice.id}`,
    detail: { ...detail, from: notice.state, to: state },
    at: now,
  });
  return true;
}
