import { describeFault } from "../../domain/describe-fault.ts";
import { minuteMs, secondMs } from "../../domain/moment.ts";
import type { Round } from "../../queues/rounds.ts";
import type { Service } from "../service.ts";

/** Does one round; gives back how much there was to do. */
export type DoRound = (round: Round) => Promise<number>;

/** How often each round comes by itself, in milliseconds. What cannot wait rings for it. */
export const roundEveryMs: Readonly<Record<Round, number>> = {
  matching: 5 * secondMs,
  alerts: 5 * secondMs,
  attestations: 10 * secondMs,
  digests: 15 * secondMs,
  introductions: 5 * secondMs,
  notices: 2 * secondMs,
  letters: 2 * secondMs,
  expiry: minuteMs,
  "status-lists": minuteMs,
};

/**
 * Makes the function that does rounds: of each at most one at a time in this process. One that fails is only logged,
 * as what it left undone is still due the next time.
 */
export function roundsOf(
  { counts, log }: Pick<Service, "counts" | "log">,
  work: Readonly<Record<Round, () => Promise<number>>>,
): DoRound {
  const begun = new Map<Round, Promise<number>>();
  const once = async (round: Round): Promise<number> => {
    try {
      const done = await work[round]();
      if (done > 0) counts.swept(round, done);
      return done;
    } catch (fault) {
      log.error({ round, fault: describeFault(fault) }, "a round failed; the next one tries again");
      return 0;
    }
  };
  return async (round) => {
    // Whoever asks while one is under way may have brought something it did not see: theirs comes after it.
    await begun.get(round);
    const running = begun.get(round) ?? once(round).finally(() => begun.delete(round));
    begun.set(round, running);
    return running;
  };
}
