import { type Job, RateLimitError, Worker } from "bullmq";
import type { Redis } from "ioredis";
import type { z } from "zod";
import { settlesWithin } from "./settles-within.ts";
import { underWay } from "./under-way.ts";

/** What a worker does with one job. `pauseMs`: the whole queue must rest that long (a provider said "too fast"). */
export type JobOutcome = { readonly kind: "done" } | { readonly kind: "rest"; readonly pauseMs: number };

export interface WorkerOptions<Schema extends z.ZodType> {
  readonly queue: string;
  readonly schema: Schema;
  readonly connection: Redis;
  /** How many jobs run side by side. */
  readonly concurrency: number;
  /** The sender's limit in messages a second; null: none. */
  readonly perSecond: number | null;
  /** Told of a job that failed. That Redis is away is said by the connection. */
  readonly onFault: (fault: Error) => void;
}

/** A worker that has been started. */
export interface StartedWorker {
  /** Takes no more jobs, and settles when those it has are done; whether Redis is there or not. */
  close(): Promise<void>;
}

/** How long Redis may take to hear that the last jobs are done, in milliseconds. It need not: the rows say so. */
const farewellMs = 2_000;

/**
 * Runs a function for each job of a queue.
 *
 * A job that fails is only forgotten: the row it spoke of is still in the database, and the sweep rings again. BullMQ
 * gives a job up after one crash of its worker unless told otherwise, hence the high `maxStalledCount`.
 */
export function startWorker<Schema extends z.ZodType>(
  { queue, schema, connection, concurrency, perSecond, onFault }: WorkerOptions<Schema>,
  work: (job: z.output<Schema>) => Promise<JobOutcome>,
): StartedWorker {
  const begun = underWay();
  const worker = new Worker(
    queue,
    async (job: Job) => {
      const outcome = await begun.note(work(schema.parse(job.data)));
      if (outcome.kind === "rest") {
        await worker.rateLimit(outcome.pauseMs);
        throw new RateLimitError();
      }
    },
    {
      connection,
      concurrency,
      maxStalledCount: 1_000,
      // A job whose worker died is given to another after these two: until then the row it speaks of waits. To hand out
      // a job twice costs nothing, since the second finds the row taken.
      lockDuration: 5_000,
      stalledInterval: 2_500,
      drainDelay: 1,
      skipVersionCheck: true,
      ...(perSecond === null ? {} : { limiter: limiterFor(perSecond) }),
    },
  );
  worker.on("error", (fault) => {
    if (connection.status === "ready") onFault(fault);
  });
  worker.on("failed", (_job, fault) => {
    if (!(fault instanceof RateLimitError)) onFault(fault);
  });
  return {
    close: async () => {
      const closed = worker.close();
      await begun.over();
      await settlesWithin(farewellMs, closed);
    },
  };
}

/** BullMQ's limiter lets a whole bucket out at once, so the buckets are small: at most a tenth of a second's worth. */
const limiterFor = (perSecond: number) =>
  perSecond >= 10
    ? { max: Math.max(1, Math.round(perSecond / 10)), duration: 100 }
    : { max: 1, duration: Math.round(1_000 / perSecond) };
