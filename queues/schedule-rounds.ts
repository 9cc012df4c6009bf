import { Queue } from "bullmq";
import type { Redis } from "ioredis";
import { type RoundJob, roundsQueue } from "./jobs.ts";
import { type Round, rounds } from "./rounds.ts";
import { settlesWithin } from "./settles-within.ts";

/** How long Redis may take to note a schedule, in milliseconds; the next look notes it again. */
const patienceMs = 2_000;

/**
 * Keeps a job scheduler for every round. Noted again each time it is called, as a wiped Redis forgets schedules too;
 * to note one that is there changes nothing.
 */
export function roundSchedules(
  connection: Redis,
  everyMs: Readonly<Record<Round, number>>,
): { note(): Promise<void>; close(): Promise<void> } {
  const queue = new Queue(roundsQueue, { connection, skipVersionCheck: true });
  queue.on("error", () => undefined);
  return {
    note: async () => {
      if (connection.status !== "ready") return;
      const noting = Promise.all(
        rounds.map((round) =>
          queue.upsertJobScheduler(
            round,
            { every: everyMs[round] },
            {
              name: round,
              data: { round } satisfies RoundJob,
              opts: { removeOnComplete: true, removeOnFail: true },
            },
          ),
        ),
      );
      await settlesWithin(patienceMs, noting).catch(() => undefined);
    },
    close: () => queue.close(),
  };
}
