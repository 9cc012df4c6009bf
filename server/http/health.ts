import type { FastifyPluginAsync } from "fastify";
import type { Service } from "../service.ts";

/** `/healthz` (the process lives), `/readyz` (it can take messages), `/metrics` (for Prometheus), `/version`. */
export const health =
  (service: Service): FastifyPluginAsync =>
  async (app) => {
    app.get("/healthz", async () => ({ status: "alive" }));

    app.get("/readyz", async (_request, reply) => {
      const database = await service.store.read.writeGate.findFirst().then(
        () => "ready" as const,
        () => "away" as const,
      );
      const queue = service.isRedisReady() ? "ready" : "away";
      // Without Redis messages are still taken and answered, only by the slower way; so it does not make us unready.
      const isReady = database === "ready" && !service.isStopping();
      const status = isReady ? "ready" : service.isStopping() ? "stopping" : "not ready";
      return reply.code(isReady ? 200 : 503).send({ status, database, queue, mode: service.config.mode });
    });

    app.get("/metrics", async (_request, reply) => {
      const { contentType, text } = await service.metrics.read();
      return reply.type(contentType).send(text);
    });

    app.get("/version", async () => service.version);
  };
