import { describeFault } from "../../domain/describe-fault.ts";
import { hourMs } from "../../domain/moment.ts";
import { applyRetention } from "../../union/retention/apply-retention.ts";
import type { Service } from "../service.ts";

/** How often it is looked what has been kept long enough, in milliseconds: a day counts, an hour does not. */
export const retentionEveryMs = hourMs;

/** Ends what has been kept long enough. A fault is only logged: the next round begins anew. */
export const retention =
  ({ store, clock, counts, log }: Pick<Service, "store" | "clock" | "counts" | "log">) =>
  async (): Promise<void> => {
    try {
      const ended = await applyRetention(store, clock.now());
      for (const [rule, rows] of Object.entries(ended)) if (rows > 0) counts.swept(rule, rows);
    } catch (fault) {
      log.error({ fault: describeFault(fault) }, "retention failed; the next round tries again");
    }
  };
