import fastifyCsrf from "@fastify/csrf-protection";
import type { FastifyInstance, FastifyRequest, preHandlerHookHandler } from "fastify";
import { hashOfToken } from "../../union/staff/token.ts";
import type { ConsoleHost } from "./console-host.ts";
import type { ConsoleCookies } from "./cookies.ts";
import { isSameOrigin } from "./same-origin.ts";

/** A form that another site sent, or that says nothing about where it comes from. */
export class ForeignForm extends Error {
  readonly code = "FOREIGN_FORM";
  readonly statusCode = 403;
  constructor() {
    super("Taking a form: it does not come from our own pages.");
  }
}

/** Whose form it is: a token that was given to one session is good for no other. */
export const formOwner = (request: FastifyRequest, { session }: ConsoleCookies): string => {
  const cookie = request.cookies[session];
  return cookie === undefined ? "nobody" : hashOfToken(cookie);
};

/** What every form passes: it comes from our own pages, and holds the token that this browser was given. */
export async function formProtection(
  app: FastifyInstance,
  { publicUrl, secrets }: Pick<ConsoleHost, "publicUrl" | "secrets">,
  cookies: ConsoleCookies,
): Promise<preHandlerHookHandler[]> {
  await app.register(fastifyCsrf, {
    cookieKey: cookies.csrf,
    cookieOpts: cookies.options,
    getUserInfo: (request) => formOwner(request, cookies),
    getToken: ({ body }) => {
      const token: unknown = typeof body === "object" && body !== null ? Reflect.get(body, "_csrf") : null;
      return typeof token === "string" ? token : undefined;
    },
    csrfOpts: { userInfo: true, hmacKey: secrets.keyFor("cookie").toString("base64") },
  });
  return [
    (request, _reply, done) => done(isSameOrigin(request.headers, publicUrl) ? undefined : new ForeignForm()),
    (request, reply, done) => app.csrfProtection(request, reply, done),
  ];
}
