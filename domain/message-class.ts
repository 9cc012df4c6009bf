import { hourMs, minuteMs } from "./moment.ts";

/**
 * Why a message is written: to answer a person, to tell of a job, to remind of a question left open, or to
 * tell many the same.
 */
export const messageClasses = ["reply", "alert", "reminder", "notice"] as const;
export type MessageClass = (typeof messageClasses)[number];

/** How the messages of a class are treated on their way. */
export interface MessageRules {
  /** Lower goes first. */
  readonly priority: number;
  /** False for an answer to what the person has just written herself: it may come at night. */
  readonly keepsQuietHours: boolean;
  /** How long it is of use; then it is dropped rather than sent late, in milliseconds. */
  readonly expiresAfterMs: number;
  /**
   * When it is not known whether the provider took it, and asking did not tell: how often it may be sent
   * again, and how old it may be then. A person who waits for an answer is worse off without it than with
   * two; anybody else is worse off with two.
   */
  readonly repeatWhenUnknown: { readonly times: number; readonly youngerThanMs: number };
}

const never = { times: 0, youngerThanMs: 0 } as const;

/** The rules of each class. */
export const messageRules: Readonly<Record<MessageClass, MessageRules>> = {
  reply: {
    priority: 1,
    keepsQuietHours: false,
    expiresAfterMs: 24 * hourMs,
    repeatWhenUnknown: { times: 1, youngerThanMs: 5 * minuteMs },
  },
  alert: { priority: 5, keepsQuietHours: true, expiresAfterMs: 48 * hourMs, repeatWhenUnknown: never },
  reminder: { priority: 6, keepsQuietHours: true, expiresAfterMs: 24 * hourMs, repeatWhenUnknown: never },
  notice: { priority: 10, keepsQuietHours: true, expiresAfterMs: 72 * hourMs, repeatWhenUnknown: never },
};

/** The place of a class in a queue: 1 goes first. */
export const priorityOf = (messageClass: MessageClass): number => messageRules[messageClass].priority;

/**
 * True when a message of unknown outcome may be sent once more, `repeats` being how often it was already,
 * `ageMs` how long ago it was written.
 */
export function mayRepeat(messageClass: MessageClass, repeats: number, ageMs: number): boolean {
  const { times, youngerThanMs } = messageRules[messageClass].repeatWhenUnknown;
  return repeats < times && ageMs < youngerThanMs;
}
