import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import { hasZodFastifySchemaValidationErrors } from "fastify-type-provider-zod";
import { z } from "zod";
import { describeFault } from "../../domain/describe-fault.ts";

/** What logs a fault: the service's own log, by way of the request. */
interface Refusal {
  readonly error: string;
  readonly field?: string;
}

/** The request's own faults, in words for whoever wrote the system that sent it. */
const faults: Readonly<Record<number, string>> = {
  400: "The body is not JSON that can be read.",
  404: "There is nothing at this address.",
  413: "The request is too large: an opening takes at most 64 KB.",
  415: "Send JSON, with the header content-type: application/json.",
  429: "Too many requests: 60 a minute are taken. Wait a little.",
};

const unknownKeys = z.object({ keys: z.array(z.string()).min(1) });

/** Answers what went wrong with a request to the API: the sender's fault in a sentence with the field, ours as 503. */
export function answerApiFault(
  fault: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  if (hasZodFastifySchemaValidationErrors(fault)) {
    const [first] = fault.validation;
    const parts = first?.instancePath.split("/").filter((part) => part !== "") ?? [];
    const extra = unknownKeys.safeParse(first?.params);
    if (extra.success) return refuse(400, "There is no field of this name.", [...parts, extra.data.keys[0]]);
    return refuse(400, `${first?.message ?? "This is not as it should be"}.`, parts);
  }
  const status = fault.statusCode ?? 500;
  const words = faults[status];
  if (status >= 400 && status < 500) return refuse(status, words ?? "The request was refused.", []);
  request.log.error(
    { requestId: request.id, route: request.routeOptions.url, fault: describeFault(fault) },
    "answering a request to the API failed",
  );
  return reply.header("retry-after", "5").code(503).send({ error: "Not now. Please send it again." });

  function refuse(code: number, error: string, path: readonly (string | undefined)[]): FastifyReply {
    const field = path.join(".");
    const body: Refusal = field === "" ? { error } : { error, field };
    return reply.code(code).send(body);
  }
}
