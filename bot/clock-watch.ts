import type { Clock } from "../domain/clock.ts";
import { secondMs } from "../domain/moment.ts";

/** More than this between the wall clock and the steady one is a jump and not a correction, in milliseconds. */
const jumpMs = 5 * secondMs;

/** Says whether the wall clock can be trusted to tell how long ago something was. */
export interface ClockWatch {
  /** False for so long after the wall clock has been set forward or back. */
  isSteady(): boolean;
}

/**
 * Watches the wall clock against the one that only grows. A machine whose clock is set forward by a day would take
 * every sender for dead; so for `distrustMs` after a jump nothing is concluded from it. Asked often, it notices soon.
 */
export function clockWatch(clock: Clock, distrustMs: number): ClockWatch {
  let offset = clock.now().getTime() - clock.monotonicMs();
  let distrustedUntil = Number.NEGATIVE_INFINITY;
  return {
    isSteady: () => {
      const steady = clock.monotonicMs();
      const now = clock.now().getTime() - steady;
      if (Math.abs(now - offset) > jumpMs) distrustedUntil = steady + distrustMs;
      offset = now;
      return steady >= distrustedUntil;
    },
  };
}
