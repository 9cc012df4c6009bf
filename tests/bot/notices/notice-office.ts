import { sendNotices } from "../../../bot/notices/send-notices.ts";
import type { Runtime } from "../../../bot/runtime.ts";
import type { Store } from "../../../prisma/store.ts";
import { approveNotice } from "../../../union/notices/approve-notice.ts";
import type { NoticeDraft } from "../../../union/notices/notice-draft.ts";
import { type NoticeProgress, progressOf } from "../../../union/notices/progress-of.ts";
import { findNotice, type Notice } from "../../../union/notices/stored-notice.ts";
import { submitNotice } from "../../../union/notices/submit-notice.ts";
import { addSome, type SomePerson } from "../../union/notices/some-people.ts";
import { written } from "../../union/notices/writing-desk.ts";
import { openSmallUnion, type SmallUnion, type SmallUnionOptions } from "../small-union.ts";

/** A small union whose staff send notices. */
export interface NoticeOffice extends Omit<SmallUnion, "sends"> {
  readonly runtime: Runtime;
  /** Adds people, and a notice to all of them that is approved; gives back its id. */
  sends(people: readonly SomePerson[], draft?: Partial<NoticeDraft>): Promise<string>;
  /** Sends one message, as a worker does. */
  sendsOne(messageId: string): Promise<unknown>;
  /** One round of notices. */
  round(): Promise<number>;
  /** Rounds and sends until nothing is left that can be done now. */
  settle(): Promise<void>;
  notice(id: string): Promise<Notice>;
  progress(id: string): Promise<NoticeProgress>;
}

export async function openNoticeOffice(options: SmallUnionOptions = {}): Promise<NoticeOffice> {
  const seen: Runtime[] = [];
  const union = await openSmallUnion({
    ...options,
    runtime: (runtime) => {
      const changes = options.runtime?.(runtime) ?? {};
      seen.push({ ...runtime, ...changes });
      return changes;
    },
  });
  const [runtime] = seen;
  if (runtime === undefined) throw new Error("The small union has no runtime.");
  const { store } = runtime;
  return {
    ...union,
    runtime,
    sends: async (people, draft) => {
      await addSome(store, people);
      const noticeId = await written(runtime, draft);
      const { kind } = await submitNotice(runtime, { noticeId, staffId: "writer" });
      if (kind === "awaiting_approval") {
        const { changedAt } = await must(store, noticeId);
        await approveNotice(runtime, { noticeId, staffId: "second", role: "approver", seen: changedAt });
      }
      return noticeId;
    },
    sendsOne: union.sends,
    round: () => sendNotices(runtime),
    settle: async () => {
      for (let rounds = 0; rounds < 20; rounds += 1) {
        await union.work();
        if ((await sendNotices(runtime)) === 0) return;
      }
    },
    notice: (id) => must(store, id),
    progress: (id) => progressOf(store, id),
  };
}

async function must(store: Store, noticeId: string): Promise<Notice> {
  const notice = await findNotice(store.read, noticeId);
  if (notice === null) throw new Error("There is no such notice.");
  return notice;
}
