import { mostWithoutApproval } from "../../domain/notice-approval.ts";
import type { Means } from "../means.ts";
import { release } from "./approve-notice.ts";
import { countAudience } from "./count-audience.ts";
import { moveNotice } from "./move-notice.ts";
import { findNotice, type Notice } from "./stored-notice.ts";

export type SubmittedNotice =
  /** To so few people that its writer may send it alone: it is being sent. */
  | { readonly kind: "approved" }
  /** A second person must say yes. */
  | { readonly kind: "awaiting_approval"; readonly people: number }
  | { readonly kind: "unknown_notice" }
  | { readonly kind: "not_a_draft" }
  /** Only who wrote it, or changed it last, hands it on. */
  | { readonly kind: "not_writer" }
  /** It would reach nobody. */
  | { readonly kind: "nobody" }
  /** Its last moment has passed. */
  | { readonly kind: "too_late" };

/** The writer hands her notice on: to few people it is sent, to more it waits for a second person. */
export async function submitNotice(
  means: Means,
  { noticeId, staffId }: { readonly noticeId: string; readonly staffId: string },
): Promise<SubmittedNotice> {
  const { store, clock } = means;
  const now = clock.now();
  const refusalOf = ({ state, writtenBy }: Notice): "not_a_draft" | "not_writer" | null => {
    if (state !== "draft") return "not_a_draft";
    return writtenBy === staffId ? null : "not_writer";
  };
  const draft = await findNotice(store.read, noticeId);
  if (draft === null) return { kind: "unknown_notice" };
  const refused = refusalOf(draft);
  if (refused !== null) return { kind: refused };
  const { people } = await countAudience(store, draft, now.getTime());
  if (people === 0) return { kind: "nobody" };
  if (people <= mostWithoutApproval) return release(means, { noticeId, staffId }, now, refusalOf);
  return store.write.once(async (tx) => {
    const notice = await findNotice(tx, noticeId);
    if (notice === null) return { kind: "unknown_notice" };
    const refusal = refusalOf(notice);
    if (refusal !== null) return { kind: refusal };
    if (notice.notAfter <= now.getTime()) return { kind: "too_late" };
    await moveNotice(tx, notice, { event: "submit", actor: `staff:${staffId}`, now, detail: { people } });
    return { kind: "awaiting_approval", people };
  });
}
