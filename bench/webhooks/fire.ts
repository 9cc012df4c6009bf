import { connect } from "node:net";

export interface Fired {
  readonly seconds: number;
  readonly answered: number;
  /** Answers other than 2xx. */
  readonly refused: number;
  /** Milliseconds from the first byte out to the answer, in order of size. */
  readonly latencies: readonly number[];
}

/**
 * Fires raw requests over a number of connections, one at a time on each, and waits for every answer.
 *
 * @param perSecond how many to begin a second; null: as fast as they are answered
 */
export async function fire(
  url: string,
  requests: readonly Buffer[],
  connections: number,
  perSecond: number | null,
): Promise<Fired> {
  const { hostname, port } = new URL(url);
  const latencies: number[] = [];
  let next = 0;
  let refused = 0;
  const began = performance.now();
  const dueAt = (index: number): number => (perSecond === null ? 0 : began + (index * 1_000) / perSecond);

  const oneByOne = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const socket = connect({ host: hostname, port: Number(port), noDelay: true });
      let sentAt = 0;
      const send = (): void => {
        const index = next++;
        const request = requests[index];
        if (request === undefined) {
          socket.end();
          resolve();
          return;
        }
        const waitMs = dueAt(index) - performance.now();
        const write = (): void => {
          sentAt = performance.now();
          socket.write(request);
        };
        if (waitMs > 1) setTimeout(write, waitMs);
        else write();
      };
      socket.on("connect", send);
      socket.on("error", reject);
      socket.on("data", (answer) => {
        latencies.push(performance.now() - sentAt);
        // Answers are small and come in one piece; "HTTP/1.1 2" begins every good one.
        if (answer[9] !== 0x32) refused += 1;
        send();
      });
    });
  await Promise.all(Array.from({ length: connections }, oneByOne));
  const seconds = (performance.now() - began) / 1_000;
  return { seconds, answered: latencies.length, refused, latencies: latencies.sort((a, b) => a - b) };
}
