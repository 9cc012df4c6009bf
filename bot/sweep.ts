import { describeFault } from "../domain/describe-fault.ts";
import { forgetAddresses } from "../union/members/forget-addresses.ts";
import { ringTimers } from "./inbound/ring-timers.ts";
import { reconciler } from "./outbound/reconcile.ts";
import type { Runtime } from "./runtime.ts";

/** How many rows one sweep takes up of each kind: enough to drain a backlog, few enough to stay short. */
const most = 500;

/** Takes up once whatever is due and was not heard of. */
export type Sweep = () => Promise<void>;

/**
 * Makes the sweep, which is why Redis may be wiped at any moment: every row that is due is announced again, and what is
 * announced twice is handled once.
 */
export function sweep(runtime: Runtime): Sweep {
  const { store, statements, doorbell, clock, timings, counts, log } = runtime;
  const reconcile = reconciler(runtime);
  const timers = ringTimers(runtime);

  const jobs: Readonly<Record<string, () => Promise<number>>> = {
    mail: async () => {
      const before = clock.now().getTime() - timings.sweepEveryMs;
      const addressIds = await store.write.once((tx) => statements.waitingMail(tx, before, most));
      if (addressIds.length > 0) await doorbell.announceMail(addressIds);
      return addressIds.length;
    },
    leases: async () => {
      const now = clock.now().getTime();
      const { expired, unknown } = await store.write.once((tx) =>
        statements.ageMessages(tx, now, now + timings.lookUpAfterMs),
      );
      return expired + unknown;
    },
    messages: async () => {
      const due = await store.write.once((tx) => statements.dueMessages(tx, clock.now().getTime(), most));
      if (due.length > 0) await doorbell.announceMessages(due);
      return due.length;
    },
    lookUps: reconcile,
    timers,
    forgotten: () => store.write.once((tx) => forgetAddresses(tx, clock.now())),
  };

  return async () => {
    for (const [what, job] of Object.entries(jobs)) {
      try {
        const rows = await job();
        if (rows > 0) counts.swept(what, rows);
      } catch (fault) {
        log.error({ what, fault: describeFault(fault) }, "a sweep failed; the next one tries again");
      }
    }
  };
}
