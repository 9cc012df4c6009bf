import { type JobsOptions, Queue } from "bullmq";
import type { Redis } from "ioredis";
import { priorityOf } from "../domain/message-class.ts";
import type { Doorbell, Ringing } from "./doorbell.ts";
import { type MailJob, mailQueue, type RoundJob, roundsQueue, type SendJob, sendQueue } from "./jobs.ts";
import { settlesWithin } from "./settles-within.ts";

/** Jobs leave no trace: the database remembers what was done. Retries are the database's matter too. */
const forgotten: JobsOptions = { removeOnComplete: true, removeOnFail: true, attempts: 1 };

/** How long a ring may take before it counts as unheard, in milliseconds. */
const patienceMs = 1_000;

export interface RedisDoorbell extends Doorbell {
  close(): Promise<void>;
}

/** Rings by putting jobs into BullMQ's queues: one for mail, one for each sender. */
export function redisDoorbell(connection: Redis): RedisDoorbell {
  const queues = new Map<string, Queue>();
  const queueOf = (name: string): Queue => {
    const known = queues.get(name);
    if (known !== undefined) return known;
    const queue = new Queue(name, { connection, skipVersionCheck: true });
    // Said by the connection already; without a listener it would end the process.
    queue.on("error", () => undefined);
    queues.set(name, queue);
    return queue;
  };
  const ring = async (put: () => Promise<unknown>): Promise<boolean> => {
    if (connection.status !== "ready") return false;
    try {
      return await settlesWithin(patienceMs, put());
    } catch {
      return false;
    }
  };
  return {
    announceMail: (addressIds) =>
      addressIds.length === 0
        ? Promise.resolve(true)
        : ring(() =>
            queueOf(mailQueue).add(mailQueue, { addressIds: [...addressIds] } satisfies MailJob, forgotten),
          ),
    announceMessages: async (messages) => {
      const rung = await Promise.all(
        [...byAccount(messages)].map(([account, due]) =>
          ring(() => queueOf(sendQueue(account)).addBulk(due.map(jobOf))),
        ),
      );
      return rung.every(Boolean);
    },
    announceRound: (round) =>
      // Rung twice before it begins, a round is done once.
      ring(() =>
        queueOf(roundsQueue).add(round, { round } satisfies RoundJob, {
          ...forgotten,
          deduplication: { id: round, keepLastIfActive: true },
        }),
      ),
    close: async () => {
      await Promise.all([...queues.values()].map((queue) => queue.close()));
      connection.disconnect();
    },
  };
}

/** The job's id holds the attempt: a message that comes round again is not mistaken for the job it was before. */
const jobOf = ({ id, attempt, class: messageClass }: Ringing) => ({
  name: "send",
  data: { messageId: id } satisfies SendJob,
  opts: { ...forgotten, jobId: `${id}-${attempt}`, priority: priorityOf(messageClass) },
});

function byAccount(messages: readonly Ringing[]): ReadonlyMap<string, readonly Ringing[]> {
  return Map.groupBy(messages, ({ account }) => account);
}
