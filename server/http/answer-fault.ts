import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import type { Logger } from "pino";
import { describeFault } from "../../domain/describe-fault.ts";

/** The request's own faults, in words for whoever sent it. */
const clientFaults: Readonly<Record<number, string>> = {
  400: "The request could not be read.",
  413: "The request is too large.",
  415: "This kind of content is not understood here.",
};

/**
 * Answers what went wrong: the sender's fault as such, ours as 503, so that the provider delivers again. What went wrong
 * inside is logged and never sent.
 */
export const answerFault =
  (log: Logger) =>
  (fault: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const status = fault.statusCode ?? 500;
    if (status >= 400 && status < 500) {
      return reply.code(status).send({ error: clientFaults[status] ?? "The request was refused." });
    }
    log.error(
      { requestId: request.id, route: request.routeOptions.url, fault: describeFault(fault) },
      "answering a request failed",
    );
    return reply.code(503).header("retry-after", "5").send({ error: "Not now. Please send it again." });
  };
