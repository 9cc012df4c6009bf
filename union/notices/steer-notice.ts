import type { NoticeEvent, NoticeState } from "../../domain/notice-state.ts";
import type { Transaction } from "../../prisma/store.ts";
import type { Means } from "../means.ts";
import { moveNotice } from "./move-notice.ts";
import { handedOver, progressOf } from "./progress-of.ts";
import { findNotice } from "./stored-notice.ts";

/** Who does what to which notice. */
export interface Steering {
  readonly noticeId: string;
  readonly staffId: string;
}

export type Steered =
  | { readonly kind: "done" }
  | { readonly kind: "unknown_notice" }
  /** Not in the state it is in; nothing was changed. */
  | { readonly kind: "not_now" };

export type CancelledNotice =
  /** So many were handed over before it was stopped, and so many were not. */
  | { readonly kind: "cancelled"; readonly sent: number; readonly stopped: number }
  | Exclude<Steered, { kind: "done" }>;

/** Messages that are taken back or cancelled in one transaction. */
const messagesAtOnce = 2_000;

/** Gives a notice that waits for approval back to its writer. */
export const returnNotice = (means: Means, steering: Steering): Promise<Steered> =>
  steer(means, steering, "return", { onlyIn: "awaiting_approval" });

/** Stops a notice for now: what no sender has touched yet is taken back and leaves when it is resumed. */
export async function pauseNotice(means: Means, steering: Steering): Promise<Steered> {
  const { statements } = means.store;
  const steered = await steer(means, steering, "pause", {
    andThen: (tx) => statements.recallNotice(tx, steering.noticeId, messagesAtOnce),
  });
  if (steered.kind === "done") await recallRest(means, steering.noticeId);
  return steered;
}

/** Lets a paused notice go on. */
export async function resumeNotice(means: Means, steering: Steering): Promise<Steered> {
  const steered = await steer(means, steering, "resume");
  if (steered.kind === "done") void means.doorbell.announceRound("notices");
  return steered;
}

/** Stops a notice for good: nothing more of it leaves but what is on the wire. */
export async function cancelNotice(means: Means, steering: Steering): Promise<CancelledNotice> {
  const { statements } = means.store;
  const steered = await steer(means, steering, "cancel", {
    andThen: (tx) => statements.stopNotice(tx, steering.noticeId, "cancelled", messagesAtOnce),
  });
  if (steered.kind !== "done") return steered;
  await stopRest(means, steering.noticeId, "cancelled");
  const progress = await progressOf(means.store, steering.noticeId);
  const sent = handedOver(progress);
  return { kind: "cancelled", sent, stopped: progress.recipients - sent };
}

/** Takes back what a pause has left over. */
export async function recallRest({ store }: Pick<Means, "store">, noticeId: string): Promise<void> {
  let recalled = messagesAtOnce;
  while (recalled === messagesAtOnce)
    recalled = await store.write.once(async (tx) => {
      const notice = await findNotice(tx, noticeId);
      return notice?.state === "paused" ? store.statements.recallNotice(tx, noticeId, messagesAtOnce) : 0;
    });
}

/** Stops what is left over of a notice that was cancelled or has expired. */
export async function stopRest(
  { store }: Pick<Means, "store">,
  noticeId: string,
  becomes: "cancelled" | "expired",
): Promise<void> {
  let stopped = messagesAtOnce;
  while (stopped === messagesAtOnce)
    stopped = await store.write.once((tx) =>
      store.statements.stopNotice(tx, noticeId, becomes, messagesAtOnce),
    );
}

interface Steps {
  /** The one state it is meant for, where the event could happen in others too. */
  readonly onlyIn?: NoticeState;
  /** Done in the same transaction. */
  readonly andThen?: (tx: Transaction) => Promise<unknown>;
}

async function steer(
  { store, clock }: Means,
  { noticeId, staffId }: Steering,
  event: NoticeEvent,
  { onlyIn, andThen }: Steps = {},
): Promise<Steered> {
  return store.write.once(async (tx) => {
    const notice = await findNotice(tx, noticeId);
    if (notice === null) return { kind: "unknown_notice" };
    if (onlyIn !== undefined && notice.state !== onlyIn) return { kind: "not_now" };
    if (!(await moveNotice(tx, notice, { event, actor: `staff:${staffId}`, now: clock.now() })))
      return { kind: "not_now" };
    await andThen?.(tx);
    return { kind: "done" };
  });
}
