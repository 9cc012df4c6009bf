import { clockWatch } from "../../bot/clock-watch.ts";
import { describeFault } from "../../domain/describe-fault.ts";
import { dayMs, hourMs } from "../../domain/moment.ts";
import { applyRetention } from "../../union/retention/apply-retention.ts";
import type { Service } from "../service.ts";

/** How often it is looked what has been kept long enough, in milliseconds: a day counts, an hour does not. */
export const retentionEveryMs = hourMs;

/** How long a clock must have gone steadily since it was set before anything is ended by it, in milliseconds: time to set it right. */
const distrustMs = dayMs;

/** Makes the round that ends what has been kept long enough. A fault is only logged: the next round begins anew. */
export function retention({
  store,
  clock,
  counts,
  log,
}: Pick<Service, "store" | "clock" | "counts" | "log">): () => Promise<void> {
  const wallClock = clockWatch(clock, distrustMs);
  return async () => {
    if (!wallClock.isSteady()) return;
    try {
      const ended = await applyRetention(store, clock.now());
      for (const [rule, rows] of Object.entries(ended)) if (rows > 0) counts.swept(rule, rows);
    } catch (fault) {
      log.error({ fault: describeFault(fault) }, "retention failed; the next round tries again");
    }
  };
}
