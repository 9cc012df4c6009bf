import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import { describeFault } from "../../domain/describe-fault.ts";
import type { ConsoleHost } from "./console-host.ts";
import type { ConsoleCookies } from "./cookies.ts";
import { staffOf } from "./entrance.ts";
import { formOwner } from "./form-protection.ts";
import { languageFor } from "./page/language-for.ts";
import type { RenderPage } from "./page/render-page.ts";
import type { TextKey } from "./page/texts.ts";

/** Why somebody does not get what she asked for, and what she can do: a page each. */
const reasons = {
  signedOut: { status: 401, title: "refused.signedOut.title", text: "refused.signedOut.text" },
  notAllowed: { status: 403, title: "refused.notAllowed.title", text: "refused.notAllowed.text" },
  form: { status: 403, title: "refused.form.title", text: "refused.form.text" },
  missing: { status: 404, title: "refused.missing.title", text: "refused.missing.text" },
  method: { status: 405, title: "refused.missing.title", text: "refused.missing.text" },
  tooLarge: { status: 413, title: "refused.unreadable.title", text: "refused.tooLarge.text" },
  tooOften: { status: 429, title: "refused.tooOften.title", text: "refused.tooOften.text" },
  unreadable: { status: 400, title: "refused.unreadable.title", text: "refused.unreadable.text" },
  broken: { status: 503, title: "refused.broken.title", text: "refused.broken.text" },
} as const satisfies Readonly<
  Record<string, { readonly status: number; readonly title: TextKey; readonly text: TextKey }>
>;
type Reason = keyof typeof reasons;

export type AnswerRefusal = (request: FastifyRequest, reply: FastifyReply, reason: Reason) => FastifyReply;

/** Answers whatever is not answered with what was asked for; what went wrong inside is logged and never shown. */
export function refusals(host: ConsoleHost, render: RenderPage, cookies: ConsoleCookies) {
  const refuse: AnswerRefusal = (request, reply, reason) => {
    const { status, title, text } = reasons[reason];
    const staff = staffOf(request);
    const page = render({
      view: "refused",
      title,
      data: { text, reason, requestId: request.id },
      ...{ staff, language: languageFor(request, staff), path: "/console", now: host.clock.now() },
      csrf: reply.generateCsrf({ userInfo: formOwner(request, cookies) }),
      said: null,
      fault: null,
    });
    // A page that looks again by itself must not stay when the session is over.
    if (reason === "signedOut") reply.header("hx-refresh", "true");
    return reply.code(status).header("cache-control", "no-store").type("text/html; charset=utf-8").send(page);
  };
  return {
    reply: refuse,
    missing: (request: FastifyRequest, reply: FastifyReply) => refuse(request, reply, "missing"),
    wrongMethod:
      (known: readonly string[]) =>
      (request: FastifyRequest, reply: FastifyReply): FastifyReply =>
        refuse(request, reply.header("allow", known.join(", ")), "method"),
    fault: (fault: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
      const reason = reasonOf(fault);
      if (reason === "broken")
        host.log.error(
          { requestId: request.id, route: request.routeOptions.url, fault: describeFault(fault) },
          "answering the console failed",
        );
      return refuse(request, reply, reason);
    },
  };
}

function reasonOf({ code, statusCode = 500 }: FastifyError): Reason {
  if (code === "FOREIGN_FORM" || code?.startsWith("FST_CSRF_")) return "form";
  if (statusCode === 413) return "tooLarge";
  if (statusCode === 429) return "tooOften";
  return statusCode >= 400 && statusCode < 500 ? "unreadable" : "broken";
}
