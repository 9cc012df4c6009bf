import type { FastifyInstance } from "fastify";
import type { Logger } from "pino";

/** Logs each answered request by its route, so that no address or text from a URL or body can get into the log. */
export function logRequests(app: FastifyInstance, log: Logger): void {
  app.addHook("onResponse", async (request, reply) => {
    const entry = {
      requestId: request.id,
      method: request.method,
      route: request.routeOptions.url ?? "none",
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime * 10) / 10,
    };
    if (reply.statusCode >= 400) log.warn(entry, "request refused");
    else log.debug(entry, "request answered");
  });
}
