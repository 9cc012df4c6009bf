import { messageRules } from "../../domain/message-class.ts";
import type { LeftOutReason } from "../../domain/notice-audience.ts";
import type { Recipient, RecipientWrite, WaitingGroup } from "../../prisma/rows/notice.ts";
import type { NewOutbound } from "../../prisma/rows/outbound.ts";
import type { Transaction } from "../../prisma/store.ts";
import { findNotice, type Notice } from "../../union/notices/stored-notice.ts";
import { queueMessages } from "../outbound/queue-messages.ts";
import type { Runtime } from "../runtime.ts";
import { noticeMessages } from "./notice-messages.ts";

/** Recipients in one transaction: few enough that no answer waits for it. */
const recipientsOnPage = 100;
/** Messages of notices that may wait at one sender of ours: few, so that a pause bites and answers go past them. */
const mostQueued = 500;

/** What one page did. */
export interface SentPage {
  readonly messages: readonly NewOutbound[];
  /** False where nobody of the group is left, its sender has enough to do, or the notice is not being sent now. */
  readonly hasMore: boolean;
}

const nothing: SentPage = { messages: [], hasMore: false };

/**
 * Queues a notice for the next recipients of a group, in the given transaction: each once, whatever breaks off. What a
 * person allowed and who uses her address is asked anew; whoever may not be written to any more is left out, and why.
 */
export async function sendPage(
  tx: Transaction,
  noticeId: string,
  group: WaitingGroup,
  runtime: Runtime,
): Promise<SentPage> {
  const { statements, clock } = runtime;
  const notice = await findNotice(tx, noticeId);
  if (notice?.state !== "sending" || notice.notAfter <= clock.now().getTime()) return nothing;
  const room = mostQueued - ((await statements.noticesQueued(tx)).get(group.account) ?? 0);
  if (room <= 0) return nothing;
  const recipients = await statements.takeRecipients(tx, noticeId, group, Math.min(room, recipientsOnPage));
  if (recipients.length === 0) return nothing;
  const drafted = recipients.map((recipient) => draft(notice, recipient, runtime));
  const messages = drafted.flatMap((each) => each.messages);
  const queued = new Set(await queueMessages(tx, messages, runtime));
  await statements.settleRecipients(
    tx,
    noticeId,
    drafted.map((each) => settled(each, queued)),
  );
  return { messages: messages.filter(({ id }) => queued.has(id)), hasMore: true };
}

interface Drafted {
  readonly addressId: string;
  readonly reason: LeftOutReason | null;
  readonly key: string;
  readonly messages: readonly NewOutbound[];
}

function draft(notice: Notice, recipient: Recipient, runtime: Runtime): Drafted {
  const { addressId, language, before, lane } = recipient;
  const key = `notice:${notice.id}:${addressId}`;
  const text = notice.texts[language];
  const reason = recipient.reason ?? (isSomebodyElse(notice, recipient) ? "other_person" : null);
  if (reason !== null || text === undefined)
    return { addressId, key, reason: reason ?? "no_text", messages: [] };
  const cause = { key, class: "notice", topic: "notices", requestId: `notice-${notice.id}` } as const;
  const expiresAt = Math.min(
    notice.notAfter,
    runtime.clock.now().getTime() + messageRules.notice.expiresAfterMs,
  );
  const messages = noticeMessages({ text, language, before }, lane, runtime, cause).map((message) => ({
    ...message,
    expiresAt: Math.min(message.isHeld === true ? notice.notAfter : expiresAt, message.expiresAt),
  }));
  return { addressId, key, reason: messages.length === 0 ? "no_sender" : null, messages };
}

/** The address has changed hands, or she has erased herself. */
const isSomebodyElse = ({ audience }: Notice, { personId, presentPersonId }: Recipient): boolean =>
  personId !== presentPersonId || (audience.onlyMembers && presentPersonId === null);

function settled({ addressId, key, reason, messages }: Drafted, queued: ReadonlySet<string>): RecipientWrite {
  const message = messages.find((each) => each.key === key && queued.has(each.id));
  if (message !== undefined) return { addressId, state: "queued", reason: null, messageId: message.id };
  return { addressId, state: "left_out", reason: reason ?? "no_consent", messageId: null };
}
