import { audit } from "../../union/audit/audit.ts";
import { talkOf } from "../inbound/talk.ts";
import { queueMessages } from "../outbound/queue-messages.ts";
import { messagesOf } from "../reaching-out/outbound-of.ts";
import type { Runtime } from "../runtime.ts";

/** What a caseworker writes to somebody. */
export interface CaseAnswer {
  readonly caseId: string;
  readonly staffId: string;
  /** The first name the person sees before the words. */
  readonly staffName: string;
  readonly text: string;
  /** Unique for the form it was written in, so that a double click sends once. */
  readonly once: string;
}

export type CaseAnswered =
  | { readonly kind: "queued" }
  | { readonly kind: "sent_before" }
  /** Somebody else has the case, or nobody has. */
  | { readonly kind: "not_yours" }
  | { readonly kind: "closed" }
  /** The person stopped us, or cannot be reached. */
  | { readonly kind: "unreachable" };

/** Sends what a caseworker wrote, as the person's next message: with her name, by the sender the person wrote to. */
export async function answerInCase(runtime: Runtime, answer: CaseAnswer): Promise<CaseAnswered> {
  const { store, statements, clock, doorbell } = runtime;
  const { outcome, queued } = await store.write.once(async (tx) => {
    const found = await tx.case.findUnique({ where: { id: answer.caseId } });
    if (found === null || found.closedAt !== null) return ended("closed");
    if (found.takenBy !== answer.staffId) return ended("not_yours");
    const [scene] = await statements.loadScenes(tx, [found.addressId]);
    if (scene === undefined || scene.lane.state !== "open") return ended("unreachable");
    const prompt = { says: [`${answer.staffName}: ${answer.text}`], question: null };
    const messages = messagesOf(talkOf(scene), prompt, runtime, {
      key: `case:${answer.caseId}:${answer.once}`,
      class: "reply",
      topic: "talk",
      requestId: `case-${answer.caseId}`,
    });
    if (messages.length === 0) return ended("unreachable");
    const ids = new Set(await queueMessages(tx, messages, runtime));
    const kept = messages.filter(({ id }) => ids.has(id));
    if (kept.length === 0) return ended("sent_before");
    await audit(tx, {
      actor: `staff:${answer.staffId}`,
      action: "case.answered",
      object: `case:${answer.caseId}`,
      detail: { messages: kept.map(({ id }) => id) },
      at: clock.now(),
    });
    return { outcome: { kind: "queued" } as const, queued: kept.filter(({ isHeld }) => isHeld !== true) };
  });
  void doorbell.announceMessages(queued.map((message) => ({ ...message, attempt: 0 })));
  return outcome;
}

const ended = <const K extends CaseAnswered["kind"]>(kind: K) => ({ outcome: { kind }, queued: [] });
