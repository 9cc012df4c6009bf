import type { FastifyInstance } from "fastify";

/** How often lines that have fallen idle are hung up, in milliseconds. */
const lookEveryMs = 50;
/** How long a request that is half-way in may take; what providers send takes a thousandth of it. In milliseconds. */
const patienceMs = 5_000;

/**
 * Takes no new requests, answers those that are under way, and settles within seconds.
 *
 * Node waits for every line that is still open: the provider's keep-alive line after its last answer, for over a minute,
 * and one on which nobody has spoken (https://nodejs.org/api/http.html#serverclosecallback). So both are hung up.
 */
export async function closeApp(app: FastifyInstance): Promise<void> {
  const hangingUp = setInterval(() => app.server.closeIdleConnections(), lookEveryMs);
  const givingUp = setTimeout(() => app.server.closeAllConnections(), patienceMs);
  try {
    await app.close();
  } finally {
    clearInterval(hangingUp);
    clearTimeout(givingUp);
  }
}
