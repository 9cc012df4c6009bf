import { describeFault } from "../../domain/describe-fault.ts";
import { nextAllowedAt } from "../../domain/quiet-hours.ts";
import { freezeRecipients } from "../../union/notices/freeze-recipients.ts";
import { moveNotice } from "../../union/notices/move-notice.ts";
import { recallRest, stopRest } from "../../union/notices/steer-notice.ts";
import { findNotice, listNotices, type Notice } from "../../union/notices/stored-notice.ts";
import type { Runtime } from "../runtime.ts";
import { sendPage } from "./send-page.ts";

/** Notices that one round takes up: more than are ever under way at once. */
const mostNotices = 100;

/**
 * The round of notices: takes each one that is under way as far as it can go now, and gives back how many messages were
 * queued. Done once however often it runs, and goes on where it was interrupted.
 */
export async function sendNotices(runtime: Runtime): Promise<number> {
  const { store, log } = runtime;
  let messages = 0;
  const underWay = await listNotices(store.read, mostNotices, [
    "awaiting_approval",
    "freezing",
    "sending",
    "paused",
  ]);

  for (const notice of underWay.toReversed()) {
    try {
      messages += await goOn(notice, runtime);
    } catch (fault) {
      log.error(
        { notice: notice.id, fault: describeFault(fault) },
        "a notice stopped; the next round goes on",
      );
    }
  }
  for (const becomes of ["cancelled", "expired"] as const) await clearUp(becomes, runtime);
  return messages;
}

async function goOn(notice: Notice, runtime: Runtime): Promise<number> {
  const { store, clock } = runtime;
  if (notice.notAfter <= clock.now().getTime()) {
    await expire(notice.id, runtime);
    return 0;
  }
  if (notice.state === "freezing") await freezeRecipients(store, notice, () => clock.now());
  if (notice.state === "paused") await recallRest(runtime, notice.id);
  if (notice.state === "awaiting_approval" || notice.state === "paused") return 0;
  const messages = await sendToAll(notice.id, runtime);
  await finish(notice.id, runtime);
  return messages;
}

/** Queues pages for those who are awake, until their senders have enough to do. */
async function sendToAll(noticeId: string, runtime: Runtime): Promise<number> {
  const { store, statements, clock, doorbell } = runtime;
  let messages = 0;
  for (const group of await store.write.once((tx) => statements.waitingGroups(tx, noticeId))) {
    const now = clock.now();
    // Whoever sleeps is not queued yet: what waits for the morning would keep others from being sent theirs.
    if (nextAllowedAt(now, group.country) > now) continue;
    let hasMore = true;
    while (hasMore) {
      const page = await store.write.once((tx) => sendPage(tx, noticeId, group, runtime));
      const due = page.messages.filter(({ isHeld }) => isHeld !== true);
      if (due.length > 0) void doorbell.announceMessages(due.map((message) => ({ ...message, attempt: 0 })));
      messages += page.messages.length;
      hasMore = page.hasMore;
    }
  }
  return messages;
}

/** A notice of which nothing is left to send, and nothing is on its way, is done. */
async function finish(noticeId: string, { store, statements, clock }: Runtime): Promise<void> {
  await store.write.once(async (tx) => {
    const notice = await findNotice(tx, noticeId);
    if (notice?.state !== "sending" || (await statements.hasUnsettled(tx, noticeId))) return;
    const now = clock.now();
    await moveNotice(tx, notice, { event: "finish", actor: "system", now, changes: { doneAt: now } });
  });
}

async function expire(noticeId: string, { store, clock }: Runtime): Promise<void> {
  await store.write.once(async (tx) => {
    const notice = await findNotice(tx, noticeId);
    if (notice === null) return;
    await moveNotice(tx, notice, { event: "expire", actor: "system", now: clock.now() });
  });
}

/** Nothing of a notice that has ended early leaves any more. */
async function clearUp(state: "cancelled" | "expired", { store, clock }: Runtime): Promise<void> {
  const where = { state, doneAt: null };
  for (const { id } of await store.read.notice.findMany({ where, select: { id: true }, take: mostNotices })) {
    await stopRest({ store }, id, state);
    await store.write.once((tx) => tx.notice.update({ where: { id }, data: { doneAt: clock.now() } }));
  }
}
