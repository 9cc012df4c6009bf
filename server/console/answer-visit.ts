import { Readable } from "node:stream";
import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import type { ConsoleHost } from "./console-host.ts";
import {
  type ConsoleRoute,
  consolePath,
  type Outcome,
  type Page,
  type Said,
  type Visit,
} from "./console-route.ts";
import type { ConsoleCookies } from "./cookies.ts";
import { isRefresh, staffOf } from "./entrance.ts";
import { formOwner } from "./form-protection.ts";
import { languageFor } from "./page/language-for.ts";
import type { RenderPage } from "./page/render-page.ts";
import { isTextKey } from "./page/texts.ts";

const words = z.record(z.string(), z.string()).catch({});
const anything = z.record(z.string(), z.unknown()).catch({});

interface Answering {
  readonly render: RenderPage;
  readonly cookies: ConsoleCookies;
  readonly missing: (request: FastifyRequest, reply: FastifyReply) => FastifyReply;
}

/** Has a route's handler do its work, and answers with what becomes of it. */
export function answerVisit(host: ConsoleHost, route: ConsoleRoute, { render, cookies, missing }: Answering) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const staff = staffOf(request);
    const language = languageFor(request, staff);
    const visit: Visit = {
      params: words.parse(request.params),
      query: anything.parse(request.query),
      body: request.body,
      language,
      browserToken: request.cookies[cookies.browser] ?? null,
      isRefresh: isRefresh(request),
    };
    const outcome = await outcomeOf(route, visit, staff);
    reply.header("cache-control", "no-store");
    if (outcome.kind === "missing") return missing(request, reply);
    if (outcome.kind === "go") return send(reply, outcome, cookies);
    if (outcome.kind === "file")
      return reply
        .header("content-disposition", `attachment; filename="${outcome.name}"`)
        .type(outcome.contentType)
        .send(Readable.from(outcome.body));
    const content = outcome.kind === "page" ? pageOf(outcome, visit) : pieceOf;
    const isPage = outcome.kind === "page";
    if (isPage && outcome.browserToken !== undefined)
      reply.setCookie(cookies.browser, outcome.browserToken, {
        ...cookies.options,
        maxAge: cookies.browserSeconds,
      });
    const html = render({
      ...{ view: outcome.view, data: outcome.data ?? {}, language, staff, now: host.clock.now() },
      ...content,
      path: request.method === "GET" ? (request.url.split("?")[0] ?? "/console") : "/console",
      csrf: reply.generateCsrf({ userInfo: formOwner(request, cookies) }),
    });
    return reply
      .code(isPage ? (outcome.status ?? 200) : 200)
      .type("text/html; charset=utf-8")
      .send(html);
  };
}

function outcomeOf(route: ConsoleRoute, visit: Visit, staff: ReturnType<typeof staffOf>): Promise<Outcome> {
  if (route.permission === null) return route.visit(visit);
  // `admit` let nobody pass who is not signed in.
  if (staff === null) throw new Error(`Answering ${route.path}: nobody is signed in.`);
  return route.visit({ ...visit, staff });
}

const pageOf = ({ title, fault }: Page, { query }: Visit) => ({
  title,
  fault: fault ?? null,
  said: saidIn(query.said),
});
const pieceOf = { title: null, fault: null, said: null };

/** A sentence that the page before sent along: one of ours, whatever stands in the address. */
const saidIn = (key: unknown): Said | null =>
  typeof key === "string" && key.startsWith("said.") && isTextKey(key) ? { key } : null;

function send(
  reply: FastifyReply,
  { to, said, session }: Extract<Outcome, { kind: "go" }>,
  { session: name, options }: ConsoleCookies,
): FastifyReply {
  if (session === null) reply.clearCookie(name, options);
  else if (session !== undefined)
    reply.setCookie(name, session.token, { ...options, expires: session.expiresAt });
  return reply.redirect(`${consolePath(to)}${said === undefined ? "" : `?said=${said}`}`, 303);
}
