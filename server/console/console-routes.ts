import fastifyCookie from "@fastify/cookie";
import fastifyFormbody from "@fastify/formbody";
import fastifyHelmet from "@fastify/helmet";
import fastifyRateLimit from "@fastify/rate-limit";
import type { FastifyInstance, FastifyPluginAsync, RouteOptions } from "fastify";
import { answerVisit } from "./answer-visit.ts";
import type { ConsoleHost } from "./console-host.ts";
import type { ConsoleRoute } from "./console-route.ts";
import { consoleCookies } from "./cookies.ts";
import { entrance } from "./entrance.ts";
import { formProtection } from "./form-protection.ts";
import { consoleAssets } from "./page/assets.ts";
import { pageRenderer } from "./page/render-page.ts";
import { securityHeaders } from "./page/security-headers.ts";
import { refusals } from "./refusals.ts";
import { navigation, routeTable } from "./route-table.ts";

const prefix = "/console";
const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;
const rateWindow = "15 minutes";
const yearInSeconds = 31_536_000;

/** The caseworkers' console: every page and form below `/console`. */
export const consoleRoutes =
  (host: ConsoleHost): FastifyPluginAsync =>
  async (app) => {
    await app.register(pages(host), { prefix });
  };

const pages =
  (host: ConsoleHost): FastifyPluginAsync =>
  async (app) => {
    const cookies = consoleCookies(host.publicUrl);
    const { styles, script, icon } = consoleAssets();
    const table = routeTable(host);
    const render = pageRenderer({
      mode: host.mode,
      navigation: navigation.filter(({ path }) => table.some((route) => route.path === path)),
      styles: `${prefix}${styles.path}`,
      script: `${prefix}${script.path}`,
      icon: `${prefix}${icon.path}`,
    });
    const { reply: answer, missing, wrongMethod, fault } = refusals(host, render, cookies);

    app.removeContentTypeParser("application/json");
    await app.register(fastifyHelmet, securityHeaders(host.publicUrl.startsWith("https:")));
    await app.register(fastifyCookie);
    await app.register(fastifyFormbody);
    await app.register(fastifyRateLimit, { global: false });
    const protectForms = await formProtection(app, host, cookies);
    app.setErrorHandler(fault);
    const enter = entrance(host, cookies);
    app.decorateRequest("staff", null);
    app.setNotFoundHandler({ preHandler: enter.identify }, missing);

    for (const { path, contentType, body } of [styles, script, icon])
      app.get(path, (_request, reply) =>
        reply
          .type(contentType)
          .header("cache-control", `public, max-age=${yearInSeconds}, immutable`)
          .send(body),
      );
    for (const route of table)
      app.route({
        method: route.method,
        url: route.path,
        ...limitOf(route),
        onRequest: enter.identify,
        preHandler: [enter.admit(route, answer), ...(route.method === "POST" ? protectForms : [])],
        handler: answerVisit(host, route, { render, cookies, missing }),
      });
    refuseOtherMethods(app, table, (known) => ({ onRequest: enter.identify, handler: wrongMethod(known) }));
  };

const limitOf = (route: ConsoleRoute) =>
  route.permission === null && route.most !== undefined
    ? { config: { rateLimit: { max: route.most, timeWindow: rateWindow } } }
    : {};

/** Says which methods an address knows, where it knows others than the one it was asked with. */
function refuseOtherMethods(
  app: FastifyInstance,
  table: readonly ConsoleRoute[],
  answering: (known: readonly string[]) => Pick<RouteOptions, "onRequest" | "handler">,
): void {
  for (const path of new Set(table.map((route) => route.path))) {
    const known = table.filter((route) => route.path === path).map(({ method }) => method);
    app.route({
      method: methods.filter((method) => !known.some((one) => one === method)),
      url: path,
      ...answering(known),
    });
  }
}
