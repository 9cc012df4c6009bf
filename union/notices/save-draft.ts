import type { NoticeWarning } from "../../domain/notice-warnings.ts";
import type { Transaction } from "../../prisma/store.ts";
import { audit } from "../audit/audit.ts";
import type { Means } from "../means.ts";
import { type NoticeDraft, type NoticeDraftFault, readDraft } from "./notice-draft.ts";
import { findNotice } from "./stored-notice.ts";

export type SavedDraft =
  | { readonly kind: "saved"; readonly noticeId: string; readonly warnings: readonly NoticeWarning[] }
  | { readonly kind: "faults"; readonly faults: readonly NoticeDraftFault[] }
  | { readonly kind: "unknown_notice" }
  /** Only a draft can be changed. */
  | { readonly kind: "not_a_draft" };

/** What is done to a draft, and by whom. */
export interface DraftChange {
  readonly staffId: string;
  /** Null for a new one. */
  readonly noticeId: string | null;
  readonly draft: NoticeDraft;
  /** Hosts that may be linked to; none by default. */
  readonly allowedHosts?: readonly string[];
}

/** Keeps a new draft of a notice, or a changed one; whatever is wrong with it is said at once, and nothing is changed. */
export async function saveDraft(means: Means, change: DraftChange): Promise<SavedDraft> {
  const now = means.clock.now();
  const read = readDraft(change.draft, now.getTime(), change.allowedHosts ?? []);
  if (read.kind === "faults") return read;
  const { audience, missing, notAfter } = change.draft;
  const content = {
    title: read.title,
    texts: JSON.stringify(read.texts),
    audience: JSON.stringify(audience),
    missing,
    notAfter: new Date(notAfter),
  };
  return means.store.write.once(async (tx) => {
    const noticeId = change.noticeId ?? means.newId();
    const fault =
      change.noticeId === null
        ? await add(tx, noticeId, change.staffId, content, now)
        : await replace(tx, noticeId, { ...content, writtenBy: change.staffId }, now);
    if (fault !== null) return { kind: fault };
    await audit(tx, {
      actor: `staff:${change.staffId}`,
      action: change.noticeId === null ? "notice.drafted" : "notice.changed",
      object: `notice:${noticeId}`,
      detail: { languages: Object.keys(read.texts) },
      at: now,
    });
    return { kind: "saved", noticeId, warnings: read.warnings };
  });
}

interface Content {
  readonly title: string;
  readonly texts: string;
  readonly audience: string;
  readonly missing: string;
  readonly notAfter: Date;
}
type Changed = Content & { readonly writtenBy: string };

async function add(tx: Transaction, id: string, staffId: string, content: Content, now: Date): Promise<null> {
  const beginning = { state: "draft", createdAt: now, changedAt: now, recipients: 0 };
  await tx.notice.create({ data: { id, writtenBy: staffId, ...content, ...beginning } });
  return null;
}

/** Whoever changes a draft has written it from now on: she may not approve her own words either. */
async function replace(
  tx: Transaction,
  noticeId: string,
  content: Changed,
  now: Date,
): Promise<"unknown_notice" | "not_a_draft" | null> {
  const notice = await findNotice(tx, noticeId);
  if (notice === null) return "unknown_notice";
  if (notice.state !== "draft") return "not_a_draft";
  await tx.notice.update({ where: { id: noticeId }, data: { ...content, changedAt: now } });
  return null;
}
