import { type Job, RateLimitError, Worker } from "bullmq";
import type { Redis } from "ioredis";
import type { z } from "zod";

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
  readonly onFault: (fault: Error) => void;
}

/**
 * Runs a function for each job of a queue.
 *
 * A job that fails is only forgotten: the row it spoke of is still in the database, and the sweep rings again. BullMQ
 * gives a job up after one crash of its worker unless told otherwise, hence the high `maxStalledCount`.
 */
export function startWorker<Schema extends z.ZodType>(
  { queue, schema, connection, concurrency, perSecond, onFault }: WorkerOptions<Schema>,
  work: (job: z.output<Schema>) => Promise<JobOutcome>,
): Worker {
  const worker = new Worker(
    queue,
    async (job: Job) => {
      const outcome = await work(schema.parse(job.data));
      if (outcome.kind === "rest") {
        await worker.rateLimit(outcome.pauseMs);
        throw new RateLimitError();
      }
    },
    {
      connection,
      concurrency,
      maxStalledCount: 1_000,
      stalledInterval: 10_000,
      lockDuration: 30_000,
      drainDelay: 1,
      skipVersionCheck: true,
      ...(perSecond === null ? {} : { limiter: limiterFor(perSecond) }),
    },
  );
  worker.on("error", onFault);
  worker.on("failed", (_job, fault) => {
    if (!(fault instanceof RateLimitError)) onFault(fault);
  });
  return worker;
}

/** BullMQ's limiter lets a whole bucket out at once, so the buckets are small: at most a tenth of a second's worth. */
const limiterFor = (perSecond: number) =>
  perSecond >= 10
    ? { max: Math.max(1, Math.round(perSecond / 10)), duration: 100 }
    : { max: 1, duration: Math.round(1_000 / perSecond) };
