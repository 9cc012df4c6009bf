import type { FastifyReply, FastifyRequest } from "fastify";
import { preferredLanguage } from "./preferred-language.ts";
import { noteHtml } from "./render-page.ts";

/** Answers a link that is too old (410), or that we never made or that leads nowhere any more (404), in the browser's language. */
export function refuseLink(
  request: FastifyRequest,
  reply: FastifyReply,
  kind: "expired" | "forged",
): FastifyReply {
  const language = preferredLanguage(request.headers["accept-language"]);
  return kind === "expired"
    ? reply.code(410).send(noteHtml(language, "page.expired", "page.expired.more"))
    : reply.code(404).send(noteHtml(language, "page.unknown", "page.unknown.more"));
}
