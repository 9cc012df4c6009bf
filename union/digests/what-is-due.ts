import { dayMs, hourMs, type Moment } from "../../domain/moment.ts";
import { latestSlot } from "./digest-slot.ts";

/** A digest that went out about an opening. */
export interface PastDigest {
  readonly kind: "cards" | "reminder";
  readonly createdAt: Moment;
  readonly isAnswered: boolean;
}

/** All that decides whether an employer hears about an opening now. */
export interface Situation {
  readonly every: "day" | "week";
  readonly country: string | null;
  /** The first day of work, `2027-03-05`. */
  readonly startsOn: string;
  /** Cards she has not seen and that may be shown. */
  readonly fresh: number;
  /** Cards she has seen and that may be shown, without a word from her. */
  readonly undecided: number;
  /** What went out before, the oldest first. */
  readonly digests: readonly PastDigest[];
}

/** What is to be done about an opening: new cards, a reminder of old ones, or to pause it because nobody answers. */
export type Due = "cards" | "reminder" | "pause";

const urgentMs = 48 * hourMs;
const remindAfterMs = 3 * dayMs;
const pauseAfterMs = 7 * dayMs;
/** Silence that ends an opening has been asked about at least so long ago. */
const afterReminderMs = dayMs;
const mostUnanswered = 2;

/**
 * Tells what is due about an opening at this moment; null for nothing.
 *
 * The first card goes out at once, so that a small employer is not kept waiting, and so does every card of an opening
 * that starts within 48 hours. Later ones wait for 08:30, of the day or of Monday as she chose. After two digests, or
 * three days, without a word there is one reminder; until she answers nothing else comes. After seven days the opening
 * is paused.
 */
export function whatIsDue(situation: Situation, now: Date): Due | null {
  const { every, country, fresh, undecided, digests } = situation;
  const silent = digests.filter(({ isAnswered }) => !isAnswered);
  const silentSince = silent[0]?.createdAt ?? now.getTime();
  const silentMs = now.getTime() - silentSince;
  const reminder = silent.find(({ kind }) => kind === "reminder");
  const last = digests.at(-1)?.createdAt;
  const isSlotOpen = (slots: "day" | "week"): boolean =>
    last === undefined || last < latestSlot(now, country, slots).getTime();

  if (undecided > 0 && silentMs >= pauseAfterMs && reminder !== undefined)
    if (now.getTime() - reminder.createdAt >= afterReminderMs) return "pause";
  if (fresh > 0 && (last === undefined || isUrgent(situation, now))) return "cards";
  if (undecided > 0 && reminder === undefined && isSlotOpen("day"))
    if (silent.length >= mostUnanswered || (silent.length > 0 && silentMs >= remindAfterMs))
      return "reminder";
  if (fresh > 0 && silent.length < mostUnanswered && isSlotOpen(every)) return "cards";
  return null;
}

const isUrgent = ({ startsOn }: Situation, now: Date): boolean =>
  Date.parse(startsOn) - now.getTime() <= urgentMs;
