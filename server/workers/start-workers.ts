import type { HandleMail } from "../../bot/inbound/handle-mail.ts";
import type { SendQueued } from "../../bot/outbound/send-queued.ts";
import { describeFault } from "../../domain/describe-fault.ts";
import { mailJob, mailQueue, roundJob, roundsQueue, sendJob, sendQueue } from "../../queues/jobs.ts";
import { workerConnection } from "../../queues/redis-connection.ts";
import { startWorker } from "../../queues/worker.ts";
import type { Service } from "../service.ts";
import type { DoRound } from "./rounds.ts";

/** How many jobs run side by side in one process. */
const concurrency = { mail: 16, send: 128, rounds: 9 } as const;

/** Starts one worker for mail, one for rounds and one for each of our senders; gives back how to stop them when their present jobs are done. */
export function startWorkers(
  service: Service,
  redisUrl: string,
  handle: HandleMail,
  send: SendQueued,
  doRound: DoRound,
): () => Promise<void> {
  const { log, channels } = service;
  const stopping = new AbortController();
  const onAway = (fault: Error): void =>
    log.debug({ fault: describeFault(fault) }, "the workers wait for Redis");
  const connection = workerConnection(redisUrl, onAway, stopping.signal);
  const onFault = (fault: Error): void =>
    log.warn({ fault: describeFault(fault) }, "a job failed; the sweep takes it up");
  const common = { connection, onFault } as const;
  const mail = startWorker(
    { ...common, queue: mailQueue, schema: mailJob, concurrency: concurrency.mail, perSecond: null },
    async ({ addressIds }) => {
      await handle(addressIds);
      return { kind: "done" };
    },
  );
  const senders = [...channels.values()].map(({ account, messagesPerSecond }) =>
    startWorker(
      {
        ...common,
        queue: sendQueue(account),
        schema: sendJob,
        concurrency: concurrency.send,
        perSecond: messagesPerSecond,
      },
      async ({ messageId }) => {
        const sent = await send({ id: messageId, account });
        return sent.kind === "settled" && sent.restMs !== null
          ? { kind: "rest", pauseMs: sent.restMs }
          : { kind: "done" };
      },
    ),
  );
  const rounds = startWorker(
    { ...common, queue: roundsQueue, schema: roundJob, concurrency: concurrency.rounds, perSecond: null },
    async ({ round }) => {
      await doRound(round);
      return { kind: "done" };
    },
  );
  return async () => {
    await Promise.all([mail, rounds, ...senders].map((worker) => worker.close()));
    stopping.abort();
    connection.disconnect();
  };
}
