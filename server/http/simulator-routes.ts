import type { FastifyPluginAsync } from "fastify";
import { z } from "zod";
import { parseSimulatorInbound } from "../../bot/channels/simulator/parse-inbound.ts";
import { receiveInbound } from "../../bot/inbound/receive-inbound.ts";
import { channelKinds } from "../../domain/address.ts";
import type { Service } from "../service.ts";
import { listSimMessages } from "../sim/list-messages.ts";

const question = z.object({
  channel: z.enum(channelKinds),
  address: z.string().min(1).max(200),
  after: z.string().max(100).default(""),
});

/** What the handsets on the page write and read: only there in `MODE=sim`. */
export const simulatorRoutes =
  (service: Service): FastifyPluginAsync =>
  async (app) => {
    const receive = receiveInbound(service);

    app.post("/sim/messages", async (request, reply) => {
      const parsed = parseSimulatorInbound(request.body, service.newId);
      if (parsed.kind === "faults")
        return reply.code(400).send({ error: "The message was not taken.", faults: parsed.faults });
      await receive([parsed.message], request.id);
      return reply.code(202).send({ id: parsed.message.providerId });
    });

    app.get("/sim/messages", async (request, reply) => {
      const asked = question.safeParse(request.query);
      if (!asked.success) {
        const faults = asked.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
        return reply.code(400).send({ error: "Say which handset: channel and address.", faults });
      }
      return reply.send(await listSimMessages(service.store, asked.data));
    });
  };
