import type { Clock } from "../../domain/clock.ts";
import { secondMs } from "../../domain/moment.ts";
import type { SendOutcome } from "../../domain/send-outcome.ts";

/** Rests a sender whose provider does not answer, so that messages stay queued instead of becoming unknown one by one. */
export interface Breaker {
  /** False while the sender rests. After the rest one message may try. */
  mayTry(account: string): boolean;
  /** The message that might try could not be claimed: the next one may. */
  unused(account: string): void;
  note(account: string, outcome: SendOutcome["kind"]): void;
}

/** So many failures in a row say that it is the provider and not the message. */
const failuresUntilRest = 10;
/** How long a sender rests before the next try, in milliseconds. */
const restMs = 15 * secondMs;

interface Health {
  readonly failures: number;
  readonly restsUntil: number;
}
const well: Health = { failures: 0, restsUntil: 0 };

/** Makes a breaker that knows no failures yet. Each process has its own: what it remembers is only a guess about the next call. */
export function createBreaker(clock: Pick<Clock, "monotonicMs">): Breaker {
  const health = new Map<string, Health>();
  return {
    mayTry: (account) => {
      const { failures, restsUntil } = health.get(account) ?? well;
      const now = clock.monotonicMs();
      if (failures < failuresUntilRest) return true;
      if (now < restsUntil) return false;
      // This one tries; the others wait for what becomes of it.
      health.set(account, { failures, restsUntil: now + restMs });
      return true;
    },
    unused: (account) => {
      const { failures } = health.get(account) ?? well;
      if (failures >= failuresUntilRest) health.set(account, { failures, restsUntil: clock.monotonicMs() });
    },
    note: (account, outcome) => {
      // A refusal is an answer: the provider is there.
      if (outcome === "accepted" || outcome === "refused") {
        health.delete(account);
        return;
      }
      const failures = (health.get(account)?.failures ?? 0) + 1;
      health.set(account, { failures, restsUntil: clock.monotonicMs() + restMs });
    },
  };
}
