import { dayMs } from "../../domain/moment.ts";
import type { StandingCount } from "../../prisma/rows/notice.ts";
import type { Store } from "../../prisma/store.ts";

export interface ReasonCount {
  readonly reason: string;
  readonly people: number;
}

/** How the recipients of a notice stand: each is in exactly one of the numbers up to `leftOut`. */
export interface NoticeProgress {
  readonly recipients: number;
  /** Written down, and not written to yet. */
  readonly frozen: number;
  /** Wait until they write to us, as their channel takes only templates until then. */
  readonly held: number;
  readonly queued: number;
  /** On the wire, or nobody knows yet. */
  readonly sending: number;
  /** Taken by the provider; nothing more is known (yet). */
  readonly sent: number;
  readonly delivered: number;
  readonly read: number;
  readonly cancelled: number;
  readonly expired: number;
  readonly failed: readonly ReasonCount[];
  /** What they had allowed, or who they are, has changed since they were written down. */
  readonly leftOut: readonly ReasonCount[];
  /** Of those it was sent to: who wrote within a week, whatever about, and who opted out of notices. */
  readonly replied: number;
  readonly optedOut: number;
}

/** How long after a notice what people do may have to do with it. */
const aftermathMs = 7 * dayMs;

/** Says how a notice stands now. */
export async function progressOf({ read, statements }: Store, noticeId: string): Promise<NoticeProgress> {
  const counts = await statements.noticeStanding(read, noticeId);
  const { replied, optedOut } = await statements.noticeAftermath(read, noticeId, aftermathMs);
  const withStatus = (...statuses: readonly StandingCount["message"][]): number =>
    sumOf(counts.filter(({ recipient, message }) => recipient === "queued" && statuses.includes(message)));
  return {
    recipients: sumOf(counts),
    frozen: sumOf(counts.filter(({ recipient }) => recipient === "frozen")),
    held: withStatus("held"),
    queued: withStatus("queued"),
    sending: withStatus("sending", "unknown"),
    sent: withStatus("sent"),
    delivered: withStatus("delivered"),
    read: withStatus("read"),
    cancelled: withStatus("cancelled"),
    expired: withStatus("expired"),
    failed: reasonsOf(counts.filter(({ message }) => message === "failed" || message === "undeliverable")),
    leftOut: reasonsOf(counts.filter(({ recipient }) => recipient === "left_out")),
    replied,
    optedOut,
  };
}

/** How many messages of a notice went to the provider, or may have; what it could not deliver is among them. */
export const handedOver = ({ sending, sent, delivered, read, failed }: NoticeProgress): number =>
  sending + sent + delivered + read + failed.reduce((sum, { people }) => sum + people, 0);

/** By reason, the most frequent first. */
const reasonsOf = (counts: readonly StandingCount[]): readonly ReasonCount[] =>
  counts
    .map(({ reason, message, people }) => ({ reason: reason ?? message ?? "unknown", people }))
    .sort((one, other) => other.people - one.people);

const sumOf = (counts: readonly StandingCount[]): number =>
  counts.reduce((sum, { people }) => sum + people, 0);
