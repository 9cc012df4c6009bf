import { createHash } from "node:crypto";
import rateLimit from "@fastify/rate-limit";
import swagger from "@fastify/swagger";
import swaggerUi from "@fastify/swagger-ui";
import type { FastifyPluginAsync } from "fastify";
import { jsonSchemaTransform, serializerCompiler, validatorCompiler } from "fastify-type-provider-zod";
import type { Means } from "../../union/means.ts";
import { pageHeaders } from "../sim/page-headers.ts";
import { answerApiFault } from "./answer-api-fault.ts";
import { keyOf } from "./key-of.ts";
import { listRoutes } from "./list-routes.ts";
import { openingRoutes } from "./opening-routes.ts";

/** What the API works with. */
export type ApiMeans = Pick<Means, "store" | "clock" | "newId" | "secrets" | "doorbell">;

const prefix = "/api";
/** Requests of one key that are taken in a minute. */
const inAMinute = 60;

const about = [
  "For the systems of employers who have joined the Union. A caseworker gives you a key; send it with every request as",
  "`Authorization: Bearer <key>`. Nobody pays for a job: openings that ask for money are refused, and employers with them.",
  "Every fault is answered with `error`, a sentence, and `field`, where it is one's. Nothing has changed then.",
].join("\n");

/** The API for employers under `/api`, its description at `/api/openapi.json` and as a page at `/api/docs`. */
export const employerApi =
  (means: ApiMeans): FastifyPluginAsync =>
  async (outer) => {
    await outer.register(
      async (api) => {
        api.setValidatorCompiler(validatorCompiler);
        api.setSerializerCompiler(serializerCompiler);
        api.setErrorHandler(answerApiFault);
        await api.register(swagger, {
          openapi: {
            openapi: "3.1.0",
            info: { title: "Migrant Union: openings", version: "1", description: about },
            components: { securitySchemes: { key: { type: "http", scheme: "bearer" } } },
            security: [{ key: [] }],
          },
          transform: jsonSchemaTransform,
        });
        await api.register(swaggerUi, {
          routePrefix: "/docs",
          indexPrefix: prefix,
          staticCSP: pageHeaders["content-security-policy"],
          // Else the page would send our description to somebody else's server.
          uiConfig: { validatorUrl: null },
        });
        api.get("/openapi.json", { schema: { hide: true } }, async () => api.swagger());
        await api.register(async (keyed) => {
          await keyed.register(rateLimit, {
            max: inAMinute,
            timeWindow: "1 minute",
            // The key itself is held nowhere. It is not looked up before: guessing is limited as well.
            keyGenerator: (request) =>
              createHash("sha256")
                .update(keyOf(request) ?? request.ip)
                .digest("base64url"),
          });
          await keyed.register(openingRoutes(means));
          await keyed.register(listRoutes(means));
        });
      },
      { prefix },
    );
  };
