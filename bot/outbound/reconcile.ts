import { mayRepeat } from "../../domain/message-class.ts";
import type { LookUpOutcome } from "../../domain/send-outcome.ts";
import type { Claimed, MessageOutcome, PartResult } from "../../prisma/rows/outbound.ts";
import type { Runtime } from "../runtime.ts";
import { settler } from "./send-queued.ts";
import { storedPayload } from "./stored-payload.ts";

/** A provider that says twice that it has no such message is believed: its list may lag behind what it took. */
const looksUntilAbsent = 2;

/** Asks providers about the messages whose outcome is unknown, and settles those it can. Gives back how many were asked about. */
export function reconciler(runtime: Runtime): () => Promise<number> {
  const { store, statements, clock, doorbell, counts, log } = runtime;
  const settle = settler(runtime);

  const reconcileOne = async (message: Claimed): Promise<void> => {
    const startedAt = clock.now().getTime();
    const part = message.parts.find(({ status }) => status === "unknown" || status === "queued");
    if (part === undefined) return;
    const answer = await lookUp(runtime, message, part);
    const now = clock.now().getTime();
    const outcome = judgeLookUp(
      answer,
      message,
      part === message.parts.at(-1),
      now,
      runtime.timings.lookUpAfterMs,
    );
    if (outcome.repeats > 0 && answer.kind !== "absent") counts.repeated(message.account);
    const result: PartResult = {
      messageId: message.id,
      leaseToken: message.leaseToken ?? "",
      part: part.n,
      attempt: { startedAt, endedAt: now, outcome: `asked: ${answer.kind}`, code: null, detail: null },
      partStatus: answer.kind === "found" ? "sent" : outcome.status,
      providerId: answer.kind === "found" ? answer.providerId : null,
      message: outcome,
      spacedUntil: null,
    };
    void doorbell.announceMessages(await settle(result));
    log.warn(
      { requestId: message.requestId, message: message.id, answer: answer.kind, status: outcome.status },
      "unknown outcome looked into",
    );
  };

  return async () => {
    const due = await store.write.once((tx) => statements.dueLookUps(tx, clock.now().getTime(), 100));
    await Promise.all(due.map(reconcileOne));
    return due.length;
  };
}

async function lookUp(
  runtime: Runtime,
  message: Claimed,
  part: Claimed["parts"][number],
): Promise<LookUpOutcome> {
  const ask = runtime.channels.get(message.account)?.lookUp;
  if (ask === undefined) return { kind: "no_answer", detail: "this provider cannot be asked" };
  const payload = storedPayload.safeParse(part.payload);
  if (!payload.success) return { kind: "absent" };
  const others = await runtime.store.read.messagePart.findMany({
    where: { message: { addressId: message.addressId }, providerId: { not: null } },
    select: { providerId: true },
  });
  return ask({
    to: { channel: message.channel, identifier: message.identifier },
    payload: payload.data,
    since: new Date(message.queuedAt),
    taken: new Set(others.flatMap(({ providerId }) => (providerId === null ? [] : [providerId]))),
  });
}

/** What a provider's answer makes of a message: found is sent; surely absent may leave again; what cannot be known follows its class. Pure. */
export function judgeLookUp(
  answer: LookUpOutcome,
  message: Claimed,
  isLastPart: boolean,
  now: number,
  lookUpAfterMs: number,
): MessageOutcome {
  const kept = { attempts: 1, repeats: 0, looks: 1 };
  if (answer.kind === "found")
    return { ...kept, status: isLastPart ? "sent" : "queued", reason: null, dueAt: now };
  if (answer.kind === "absent" && message.looks + 1 < looksUntilAbsent) {
    return {
      ...kept,
      status: "unknown",
      reason: "the provider does not know it yet",
      dueAt: now + lookUpAfterMs,
    };
  }
  if (answer.kind === "absent")
    return { ...kept, status: "queued", reason: "the provider never had it", dueAt: now };
  if (mayRepeat(message.class, message.repeats, now - message.queuedAt)) {
    return {
      ...kept,
      status: "queued",
      repeats: 1,
      reason: "sent again: nobody knows whether it arrived",
      dueAt: now,
    };
  }
  return { ...kept, status: "failed", reason: "nobody knows whether it arrived", dueAt: now };
}
