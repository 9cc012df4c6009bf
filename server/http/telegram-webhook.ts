import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from "fastify";
import { telegramAccount } from "../../bot/channels/telegram/bot-api.ts";
import { verifyTelegramSecret } from "../../bot/channels/telegram/verify-secret.ts";
import type { Service } from "../service.ts";
import { telegramReceiver } from "../telegram-receiver.ts";

/** Telegram's webhook. An update is answered with 200 only once it is on disk; one without the secret changes nothing. */
export const telegramWebhook =
  (service: Service): FastifyPluginAsync =>
  async (app) => {
    const telegram = service.config.telegram;
    const receive = telegramReceiver(service, telegramAccount(telegram?.token ?? ""));

    const onlyTelegram = async (
      request: FastifyRequest,
      reply: FastifyReply,
    ): Promise<FastifyReply | undefined> => {
      const given = request.headers["x-telegram-bot-api-secret-token"];
      if (typeof given !== "string")
        return reply.code(401).send({ error: "This address takes Telegram's requests only." });
      const secret = telegram?.secret ?? null;
      const isGenuine = secret !== null && verifyTelegramSecret(secret, given);
      return isGenuine ? undefined : reply.code(403).send({ error: "The secret is not the right one." });
    };

    app.post("/webhooks/telegram", { preHandler: onlyTelegram }, async (request, reply) => {
      const outcome = await receive(request.body, request.id);
      return outcome.kind === "refused"
        ? reply.code(400).send({ error: outcome.reason })
        : reply.code(200).send({});
    });
  };
