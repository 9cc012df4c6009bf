import { describeFault } from "../../domain/describe-fault.ts";
import { secondMs } from "../../domain/moment.ts";
import { producerConnection } from "../../queues/redis-connection.ts";
import { rounds } from "../../queues/rounds.ts";
import { roundSchedules } from "../../queues/schedule-rounds.ts";
import type { Service } from "../service.ts";
import { repeat } from "./repeat.ts";
import { type DoRound, roundEveryMs } from "./rounds.ts";

/** How often it is looked whether the schedules are still there, or the rounds must be done without them, in milliseconds. */
const lookEveryMs = 5 * secondMs;

/** Keeps the rounds coming: by job schedulers, and while Redis is away, in this very process. Gives back how to stop it. */
export function comeRound(
  { log, isRedisReady }: Pick<Service, "log" | "isRedisReady">,
  redisUrl: string,
  doRound: DoRound,
): () => Promise<void> {
  const connection = producerConnection(redisUrl, (fault) =>
    log.debug({ fault: describeFault(fault) }, "the schedules wait for Redis"),
  );
  const schedules = roundSchedules(connection, roundEveryMs);
  const stop = repeat(lookEveryMs, async () => {
    if (isRedisReady()) await schedules.note();
    else await Promise.all(rounds.map(doRound));
  });
  return async () => {
    await stop();
    await schedules.close();
    connection.disconnect();
  };
}
