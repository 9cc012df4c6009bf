import { audit } from "../../union/audit/audit.ts";
import { closeCases } from "../../union/cases/close-case.ts";
import { askOpenQuestion, type Ears } from "../inbound/lead.ts";
import { saying, type Talk, talkOf, turnWrite } from "../inbound/talk.ts";
import { queueMessages } from "../outbound/queue-messages.ts";
import { outboundOf } from "../reaching-out/outbound-of.ts";
import type { Runtime } from "../runtime.ts";
import { fillIn } from "../values/fill-in.ts";

export interface CaseEnding {
  readonly caseId: string;
  readonly staffId: string;
}

export type CaseEnded = { readonly kind: "ended" } | { readonly kind: "ended_before" };

/** Closes a case: the person is told that the bot answers again, and the question she left is asked once more. */
export async function endCase(runtime: Runtime, { caseId, staffId }: CaseEnding): Promise<CaseEnded> {
  const { store, statements, clock, doorbell, locales } = runtime;
  const { outcome, queued } = await store.write.once(async (tx) => {
    const now = clock.now();
    const found = await tx.case.findUnique({
      where: { id: caseId },
      select: { addressId: true, closedAt: true },
    });
    if (found === null || found.closedAt !== null)
      return { outcome: { kind: "ended_before" } as const, queued: [] };
    await closeCases(tx, found.addressId, staffId, now);
    await audit(tx, {
      actor: `staff:${staffId}`,
      action: "case.closed",
      object: `case:${caseId}`,
      detail: {},
      at: now,
    });
    const [scene] = await statements.loadScenes(tx, [found.addressId]);
    if (scene === undefined || scene.lane.owner !== "person")
      return { outcome: { kind: "ended" } as const, queued: [] };
    const talk = await fillIn(tx, returned(talkOf(scene), { locales, now: now.getTime() }), runtime);
    await statements.saveTurns(tx, [turnWrite(talk, null)], now.getTime());
    const messages = outboundOf(talk, runtime, {
      key: `case:${caseId}:end`,
      class: "reply",
      topic: "talk",
      requestId: `case-${caseId}`,
    });
    const ids = new Set(await queueMessages(tx, messages, runtime));
    return {
      outcome: { kind: "ended" } as const,
      queued: messages.filter(({ id, isHeld }) => ids.has(id) && isHeld !== true),
    };
  });
  void doorbell.announceMessages(queued.map((message) => ({ ...message, attempt: 0 })));
  return outcome;
}

/** The bot has the talk again, and goes on where it was. */
export function returned(talk: Talk, ears: Ears): Talk {
  const back: Talk = {
    ...saying(talk, "caseClosed"),
    lane: { ...talk.lane, owner: "bot", turn: talk.lane.turn + 1 },
  };
  return talk.open.length > 0 ? askOpenQuestion(back, ears) : back;
}
