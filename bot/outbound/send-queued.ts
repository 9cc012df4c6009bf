import { refusalPolicy } from "../../domain/refusal-policy.ts";
import type { SendOutcome } from "../../domain/send-outcome.ts";
import type { Claimed, ClaimRequest, DueMessage, PartResult } from "../../prisma/rows/outbound.ts";
import { endLane } from "../../union/messages/end-lane.ts";
import type { Channel } from "../channels/channel.ts";
import type { Runtime } from "../runtime.ts";
import { createBreaker } from "./breaker.ts";
import { type Judgement, judgeOutcome } from "./judge-outcome.ts";
import { storedPayload } from "./stored-payload.ts";

/** What became of a message that was announced. */
export type Sent =
  /** It could not be claimed: another sender has it, or it may not leave yet. */
  { readonly kind: "not_mine" } | { readonly kind: "settled"; readonly restMs: number | null };

/** While the message's sender rests, because its provider does not answer, the message stays queued. */
export type SendQueued = (message: { readonly id: string; readonly account: string }) => Promise<Sent>;

/**
 * Makes the function that hands a queued message to its provider.
 *
 * The row is claimed first, in a transaction of its own, so that two senders never hold the same message; each part's
 * outcome is kept before the next part leaves. Whoever was interrupted for too long since the claim sends nothing.
 */
export function sendQueued(runtime: Runtime): SendQueued {
  const { store, statements, clock, newId, timings, doorbell } = runtime;
  const claim = store.write.of<ClaimRequest, Claimed | null>(async (tx, requests) => {
    const mine = await statements.claim(tx, requests, clock.now().getTime());
    const byToken = new Map(mine.map((message) => [message.leaseToken, message]));
    return requests.map(({ leaseToken }) => byToken.get(leaseToken) ?? null);
  });
  const settle = settler(runtime);

  const breaker = createBreaker(clock);

  return async ({ id, account }) => {
    // A sender that is not ours (any more) claims nothing: what waits for it stays queued until it expires.
    const channel = runtime.channels.get(account);
    if (channel === undefined || !breaker.mayTry(account)) return { kind: "not_mine" };
    const claimedAt = clock.monotonicMs();
    const leaseUntil = clock.now().getTime() + timings.leaseMs;
    const message = await claim({ id, leaseToken: newId(), leaseUntil });
    if (message === null) {
      breaker.unused(account);
      return { kind: "not_mine" };
    }
    const isFresh = (): boolean => clock.monotonicMs() - claimedAt < timings.leaseMs / 3;
    let restMs: number | null = null;
    for (const part of message.parts.filter(({ status }) => status === "queued")) {
      const isLast = part === message.parts.at(-1);
      const startedAt = clock.now().getTime();
      const outcome = isFresh() ? await handOver(channel, message, part) : stale;
      // That we were late ourselves says nothing about the provider.
      if (outcome !== stale) breaker.note(account, outcome.kind);
      const judgement = judgeOutcome(outcome, message, isLast, clock.now().getTime(), timings.lookUpAfterMs);
      const next = await settle(
        partResult(runtime, channel, message, part.n, startedAt, judgement, outcome.kind),
      );
      noteSent(runtime, message, part.n, outcome, judgement);
      restMs = judgement.restMs;
      void doorbell.announceMessages(next);
      if (outcome.kind !== "accepted") break;
    }
    return { kind: "settled", restMs };
  };
}

/** The process slept between claiming and sending: somebody else may think the message is theirs by now. */
const stale: SendOutcome = { kind: "not_sent", detail: "the sender was interrupted for too long" };

/** Keeps outcomes, many in one transaction; gives back what may leave next on the same lanes. */
export function settler({
  store,
  statements,
  clock,
}: Runtime): (result: PartResult) => Promise<readonly DueMessage[]> {
  return store.write.of<PartResult, readonly DueMessage[]>(async (tx, results) => {
    const now = clock.now().getTime();
    const next = await statements.settle(tx, results, now);
    for (const { messageId, laneBecomes } of results)
      if (laneBecomes !== null) await endLane({ tx, statements }, messageId, laneBecomes, now);
    return results.map((_, at) => (at === 0 ? next : []));
  });
}

async function handOver(
  channel: Channel,
  message: Claimed,
  part: Claimed["parts"][number],
): Promise<SendOutcome> {
  const payload = storedPayload.safeParse(part.payload);
  if (!payload.success) {
    return {
      kind: "refused",
      refusal: "content",
      code: "stored_payload",
      detail: "the stored message cannot be read",
    };
  }
  const { channel: kind, identifier } = message;
  return channel.send(payload.data, { channel: kind, identifier }, { messageId: message.id, part: part.n });
}

function partResult(
  { clock }: Runtime,
  channel: Channel,
  message: Claimed,
  part: number,
  startedAt: number,
  judgement: Judgement,
  outcome: string,
): PartResult {
  const endedAt = clock.now().getTime();
  return {
    messageId: message.id,
    leaseToken: message.leaseToken ?? "",
    part,
    attempt: { startedAt, endedAt, outcome, code: judgement.code, detail: judgement.detail },
    partStatus: judgement.partStatus,
    providerId: judgement.providerId,
    message: judgement.message,
    laneBecomes: judgement.laneBecomes,
    spacedUntil: judgement.partStatus === "sent" ? endedAt + channel.capabilities.minGapMs : null,
  };
}

function noteSent(
  { log, counts }: Runtime,
  message: Claimed,
  part: number,
  outcome: SendOutcome,
  { message: made, code }: Judgement,
): void {
  counts.sent(message.account, outcome.kind);
  const entry = {
    requestId: message.requestId,
    message: message.id,
    part,
    outcome: outcome.kind,
    status: made.status,
    reason: made.reason,
    code,
  };
  const isOperators = outcome.kind === "refused" && refusalPolicy[outcome.refusal].alertsOperator;
  if (outcome.kind === "accepted") log.info(entry, "message handed over");
  else if (isOperators) log.error(entry, "message refused for a reason that the operator must mend");
  else log.warn(entry, "message not handed over");
}
