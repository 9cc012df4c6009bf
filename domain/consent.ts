import type { Moment } from "./moment.ts";

/**
 * What a person can allow, each by itself: keeping a profile, job alerts, sharing with an employer, notices,
 * reminders, and, where she is an employer, digests of candidates.
 */
export const consentTopics = ["profile", "jobs", "sharing", "notices", "reminders", "digests"] as const;
export type ConsentTopic = (typeof consentTopics)[number];

/**
 * How a decision came to us; `provider`: the carrier or the app told us of it (STOP answered there, or we
 * were blocked).
 */
export const consentWays = ["join", "answer", "start", "stop", "provider", "caseworker"] as const;
export type ConsentWay = (typeof consentWays)[number];

/** One line of the ledger, which is only ever added to. */
export interface ConsentEntry {
  readonly topic: ConsentTopic;
  readonly decision: "given" | "withdrawn";
  readonly at: Moment;
  readonly how: ConsentWay;
  /** The version of the words the person was shown. */
  readonly textVersion: number;
}

/** What a decision is written down with. */
export type Decided = Pick<ConsentEntry, "at" | "how" | "textVersion">;

/** How a topic stands: allowed or not, and whether a STOP closed it, for good until START or joining again. */
interface Standing {
  readonly isAllowed: boolean;
  readonly isStopped: boolean;
  /** Allowed until STOP came, and not refused since. */
  readonly wasAllowed: boolean;
}
const untouched: Standing = { isAllowed: false, isStopped: false, wasAllowed: false };

/**
 * True when the latest word of the person on this topic allows it; nothing said is no, and after STOP only
 * START or joining again count.
 */
export const mayReceive = (entries: readonly ConsentEntry[], topic: ConsentTopic): boolean =>
  standingOf(entries, topic).isAllowed;

/**
 * Whether somebody who never wrote to us may be asked something on a member's behalf, which rests on the member's yes:
 * unless a STOP of all messages came from there and no START since.
 */
export const mayBeAsked = (entries: readonly ConsentEntry[]): boolean =>
  !standingOf(entries, "profile").isStopped;

/** The entries of a STOP: of every topic, or of one (STOP JOBS). */
export const stopEntries = (scope: ConsentTopic | "all", decided: Decided): readonly ConsentEntry[] =>
  (scope === "all" ? consentTopics : [scope]).map((topic) => ({ ...decided, topic, decision: "withdrawn" }));

/**
 * The entries of a START: every topic that STOP closed is open again, and what was allowed until then is
 * allowed again.
 *
 * Sharing is only open: START is one word, and carriers take YES for it, which must not hand a person's
 * details to an employer.
 */
export const startEntries = (entries: readonly ConsentEntry[], decided: Decided): readonly ConsentEntry[] =>
  consentTopics.flatMap((topic) => {
    const { isStopped, wasAllowed } = standingOf(entries, topic);
    if (!isStopped) return [];
    return { ...decided, topic, decision: wasAllowed && topic !== "sharing" ? "given" : "withdrawn" };
  });

const standingOf = (entries: readonly ConsentEntry[], topic: ConsentTopic): Standing =>
  entries
    .filter((entry) => entry.topic === topic)
    .sort(inOrder)
    .reduce(after, untouched);

/** By time, whatever order they were read in; of two at the same moment the withdrawal counts as the later. */
const inOrder = (one: ConsentEntry, other: ConsentEntry): number =>
  one.at - other.at || Number(one.decision === "withdrawn") - Number(other.decision === "withdrawn");

function after(standing: Standing, { decision, how }: ConsentEntry): Standing {
  const reopens = how === "start" || how === "join";
  const isStopped = standing.isStopped && !reopens;
  if (decision === "given") return isStopped ? standing : { isAllowed: true, isStopped, wasAllowed: false };
  const stops = how === "stop" || how === "provider";
  const wasAllowed = stops && (standing.isAllowed || standing.wasAllowed);
  return { isAllowed: false, isStopped: isStopped || stops, wasAllowed };
}
