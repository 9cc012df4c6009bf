import { Redis } from "ioredis";

/** A connection for putting jobs in: it fails at once while Redis is away, so that nobody waits for it. */
export const producerConnection = (url: string, onError: (fault: Error) => void): Redis => {
  const connection = new Redis(url, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 1,
    connectTimeout: 2_000,
    retryStrategy: (times) => Math.min(times * 100, 2_000),
  });
  connection.on("error", onError);
  return connection;
};

/**
 * A connection for taking jobs out: it waits for Redis to come back (BullMQ requires it so), until it is told to stop. So
 * do the copies that BullMQ makes of it, which nobody else could tell.
 */
export const workerConnection = (url: string, onError: (fault: Error) => void, stop?: AbortSignal): Redis => {
  const connection = new Redis(url, {
    maxRetriesPerRequest: null,
    retryStrategy: (times) => (stop?.aborted ? null : Math.min(times * 100, 2_000)),
  });
  connection.on("error", onError);
  return connection;
};
