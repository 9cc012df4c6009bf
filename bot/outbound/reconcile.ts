import type { Claimed, PartResult } from "../../prisma/rows/outbound.ts";
import type { Runtime } from "../runtime.ts";
import { judgeLookUp, type LookUpAnswer } from "./judge-look-up.ts";
import { settler } from "./send-queued.ts";
import { storedPayload } from "./stored-payload.ts";

/** A part of which it is not known that the provider has it. */
const isOpen = ({ status }: Claimed["parts"][number]): boolean => status === "unknown" || status === "queued";

/** Asks providers about the messages whose outcome is unknown, and settles those it can. Gives back how many were asked about. */
export function reconciler(runtime: Runtime): () => Promise<number> {
  const { store, statements, clock, doorbell, counts, log } = runtime;
  const settle = settler(runtime);

  const reconcileOne = async (message: Claimed): Promise<void> => {
    const startedAt = clock.now().getTime();
    const part = message.parts.find(isOpen) ?? message.parts.at(-1);
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
    if (outcome.repeats > 0) counts.repeated(message.account);
    const result: PartResult = {
      messageId: message.id,
      leaseToken: message.leaseToken ?? "",
      part: part.n,
      attempt: { startedAt, endedAt: now, outcome: `asked: ${answer.kind}`, code: null, detail: null },
      partStatus: answer.kind === "found" ? "sent" : outcome.status,
      providerId: answer.kind === "found" ? answer.providerId : null,
      message: outcome,
      spacedUntil: null,
      laneBecomes: null,
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
): Promise<LookUpAnswer> {
  // A sender that counted as dead may have settled its part all the same; what is known need not be asked.
  if (!isOpen(part)) return { kind: "known" };
  const ask = runtime.channels.get(message.account)?.lookUp;
  if (ask === undefined) return { kind: "cannot_ask" };
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
