import { describeFault } from "../domain/describe-fault.ts";
import { forgetAddresses } from "../union/members/forget-addresses.ts";
import { clockWatch } from "./clock-watch.ts";
import { ringTimers } from "./inbound/ring-timers.ts";
import { reconciler } from "./outbound/reconcile.ts";
import type { Runtime } from "./runtime.ts";

/** How many rows one sweep takes up of each kind: enough to drain a backlog, few enough to stay short. */
const most = 500;

/** How long mail is left to the doorbell before the sweep rings again, in milliseconds. */
const unheardAfterMs = 250;

/** Takes up once whatever is due and was not heard of. */
export type Sweep = () => Promise<void>;

/**
 * Makes the sweep, which is why Redis may be wiped at any moment: every row that is due is announced again, and what is
 * announced twice is handled once.
 */
export function sweep(runtime: Runtime): Sweep {
  const { store, statements, doorbell, clock, timings } = runtime;
  const wallClock = clockWatch(clock, timings.leaseMs);
  return sideBySide(runtime, {
    mail: async () => {
      const before = clock.now().getTime() - unheardAfterMs;
      const addressIds = await store.write.once((tx) => statements.waitingMail(tx, before, most));
      if (addressIds.length > 0) await doorbell.announceMail(addressIds);
      return addressIds.length;
    },
    leases: async () => {
      if (!wallClock.isSteady()) return 0;
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
    timers: ringTimers(runtime),
    forgotten: () => store.write.once((tx) => forgetAddresses(tx, clock.now())),
  });
}

/** Makes the round of questions to providers. A round of its own: one that is slow to answer shall hold up nobody's mail. */
export const lookUps = (runtime: Runtime): Sweep => sideBySide(runtime, { lookUps: reconciler(runtime) });

type Job = () => Promise<number>;

/** All at once, so that they share one transaction; what fails is tried again the next time, and keeps nothing else from being done. */
function sideBySide({ counts, log }: Runtime, jobs: Readonly<Record<string, Job>>): Sweep {
  const attempt = async (what: string, job: Job): Promise<void> => {
    try {
      const rows = await job();
      if (rows > 0) counts.swept(what, rows);
    } catch (fault) {
      log.error({ what, fault: describeFault(fault) }, "a sweep failed; the next one tries again");
    }
  };
  return async () => {
    await Promise.all(Object.entries(jobs).map(([what, job]) => attempt(what, job)));
  };
}
