import type { Clock } from "../../domain/clock.ts";

/** A clock that can be put forward. */
export interface MovableClock extends Clock {
  /** From now on it shows so many milliseconds more. */
  forward(milliseconds: number): void;
}

/** Goes as another clock goes, plus whatever it was put forward: as if that time had really passed, on the wall and in every measurement. */
export function movableClock(clock: Clock): MovableClock {
  let ahead = 0;
  return {
    now: () => new Date(clock.now().getTime() + ahead),
    monotonicMs: () => clock.monotonicMs() + ahead,
    forward: (milliseconds) => {
      ahead += milliseconds;
    },
  };
}
