import { randomUUID } from "node:crypto";
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from "fastify";
import { employerApi } from "../api/employer-api.ts";
import { consoleRoutes } from "../console/console-routes.ts";
import { consoleHost } from "../console/host-of.ts";
import { credentialPages } from "../credentials/credential-pages.ts";
import { viewingNews } from "../credentials/viewing-news.ts";
import { digestPage } from "../digest-page/digest-page.ts";
import { mailbox } from "../mailbox/mailbox.ts";
import type { Service } from "../service.ts";
import { simPage } from "../sim/page.ts";
import { startPage } from "../start-page/start-page.ts";
import { answerFault } from "./answer-fault.ts";
import { health } from "./health.ts";
import { logRequests } from "./log-requests.ts";
import { simulatorRoutes } from "./simulator-routes.ts";
import { telegramWebhook } from "./telegram-webhook.ts";
import { twilioWebhooks } from "./twilio-webhooks.ts";

/** The largest request body, in bytes: many times what any provider sends, and a fraction of what would hurt. */
const bodyLimit = 256 * 1024;

const nothingHere = { error: "There is nothing at this address." };

/** What the service answers over HTTP. The order below is the whole list; nothing is discovered. */
export function httpApp(service: Service): FastifyInstance {
  const loggerInstance: FastifyBaseLogger = service.log;
  const app = Fastify({
    bodyLimit,
    loggerInstance,
    // Addresses stand in query strings, so requests are logged by their route, never by their URL.
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    requestTimeout: 30_000,
    connectionTimeout: 60_000,
    // Providers may reach us through a proxy that we need not believe: signatures are checked against PUBLIC_URL. Only the
    // limits on guessing go by who the visitor is.
    trustProxy: service.config.trustedProxies.length > 0 ? [...service.config.trustedProxies] : false,
    routerOptions: { ignoreTrailingSlash: false, maxParamLength: 200 },
    // An address that cannot be read, or holds far too much, is one at which there is nothing. It is not said back.
    frameworkErrors: (_fault, _request, { raw }) => {
      raw
        .writeHead(400, { "content-type": "application/json; charset=utf-8" })
        .end(JSON.stringify(nothingHere));
    },
  });
  // What is left is JSON; a route that takes something else says so.
  app.removeContentTypeParser("text/plain");
  app.setErrorHandler(answerFault(service.log));
  app.setNotFoundHandler((_request, reply) => reply.code(404).send(nothingHere));
  logRequests(app, service.log);

  app.register(health(service));
  app.register(twilioWebhooks(service));
  app.register(telegramWebhook(service));
  app.register(credentialPages(service, viewingNews(service)));
  app.register(employerApi(service));
  app.register(digestPage(service));
  app.register(consoleRoutes(consoleHost(service)));
  if (service.config.mode === "sim") {
    app.register(simulatorRoutes(service));
    app.register(simPage());
    app.register(mailbox(service));
    app.register(startPage(service));
  }
  return app;
}
