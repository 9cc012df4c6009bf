import type { Address } from "../../domain/address.ts";
import type { Language } from "../../domain/language.ts";
import { dayMs } from "../../domain/moment.ts";
import type { NewOutbound } from "../../prisma/rows/outbound.ts";
import { audit } from "../../union/audit/audit.ts";
import { findNotice } from "../../union/notices/stored-notice.ts";
import { queueMessages } from "../outbound/queue-messages.ts";
import type { Runtime } from "../runtime.ts";
import { noticeMessages } from "./notice-messages.ts";

/** A test of a notice, to a phone in the writer's own hand. */
export interface NoticeTest {
  readonly noticeId: string;
  readonly staffId: string;
  readonly to: Address;
  readonly language: Language;
}

export type TestedNotice =
  | { readonly kind: "queued" }
  | { readonly kind: "unknown_notice" }
  | { readonly kind: "no_text" }
  /** Nobody has written to us from there, or has stopped us, or has not written for a day: she must write first. */
  | { readonly kind: "write_first" }
  /** It was tested often enough. */
  | { readonly kind: "too_often" };

/** Tests of one notice: enough for every language and channel, too few to be a way round approval. */
const mostTests = 20;

/** Sends a notice, marked as a test, to one address that has written to us within a day, as an answer to that. */
export async function sendTestNotice(runtime: Runtime, test: NoticeTest): Promise<TestedNotice> {
  const { store, statements, clock, doorbell } = runtime;
  const now = clock.now();
  const result = await store.write.once(
    async (tx): Promise<TestedNotice & { messages?: readonly NewOutbound[] }> => {
      const notice = await findNotice(tx, test.noticeId);
      if (notice === null) return { kind: "unknown_notice" };
      const text = notice.texts[test.language];
      if (text === undefined) return { kind: "no_text" };
      const key = `notice-test:${notice.id}:`;
      if ((await tx.outboundMessage.count({ where: { key: { startsWith: key } } })) >= mostTests)
        return { kind: "too_often" };
      const [addressId = null] = await statements.findAddresses(tx, [test.to]);
      const [scene] = addressId === null ? [] : await statements.loadScenes(tx, [addressId]);
      if (scene?.lane.state !== "open" || (scene.lane.lastInboundAt ?? 0) < now.getTime() - dayMs)
        return { kind: "write_first" };
      const requestId = runtime.newId();
      const cause = { key: `${key}${requestId}`, class: "reply", topic: "talk", requestId } as const;
      const written = { text, language: test.language, before: 0, isTest: true };
      const messages = noticeMessages(written, scene.lane, runtime, cause);
      await queueMessages(tx, messages, runtime);
      const detail = { address: scene.lane.addressId, language: test.language };
      await audit(tx, {
        actor: `staff:${test.staffId}`,
        action: "notice.tested",
        object: `notice:${notice.id}`,
        detail,
        at: now,
      });
      return { kind: "queued", messages };
    },
  );
  const { messages = [], ...outcome } = result;
  const due = messages.filter(({ isHeld }) => isHeld !== true);
  if (due.length > 0) void doorbell.announceMessages(due.map((message) => ({ ...message, attempt: 0 })));
  return outcome;
}
