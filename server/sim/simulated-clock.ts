import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { systemClock } from "../../domain/clock.ts";
import { type MovableClock, movableClock } from "../chat/movable-clock.ts";

/**
 * The clock of `MODE=sim`, which can be put forward: nights and pauses need not be waited for. How far it is ahead is kept
 * in the data folder, so that a restart does not take back what has passed.
 */
export function simulatedClock(dataDir: string): MovableClock {
  const file = join(dataDir, "clock-ahead");
  const clock = movableClock(systemClock);
  let ahead = aheadIn(file);
  clock.forward(ahead);
  return {
    ...clock,
    forward: (milliseconds) => {
      ahead += milliseconds;
      clock.forward(milliseconds);
      writeFileSync(file, String(ahead));
    },
  };
}

function aheadIn(file: string): number {
  try {
    return Math.max(0, Number.parseInt(readFileSync(file, "utf8"), 10) || 0);
  } catch {
    // Time has not been put forward yet.
    return 0;
  }
}
