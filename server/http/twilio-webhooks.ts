import { parse as parseForm } from "node:querystring";
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { firstValue } from "../../bot/channels/twilio/form-parameters.ts";
import { parseTwilioInbound } from "../../bot/channels/twilio/parse-inbound.ts";
import { parseTwilioReceipt } from "../../bot/channels/twilio/parse-receipt.ts";
import { twilioAccount } from "../../bot/channels/twilio/sender.ts";
import { verifyTwilioSignature } from "../../bot/channels/twilio/verify-signature.ts";
import { receiveInbound } from "../../bot/inbound/receive-inbound.ts";
import { recordReceipt } from "../../bot/outbound/record-receipts.ts";
import type { Service } from "../service.ts";

const formType = "application/x-www-form-urlencoded";
const form = z.record(z.string(), z.union([z.string(), z.array(z.string())]));
const query = z.record(z.string(), z.union([z.string(), z.array(z.string())]));

/** An empty TwiML document: "received, nothing to say". Answers always leave through the outbox. */
const emptyTwiml = '<?xml version="1.0" encoding="UTF-8"?><Response/>';

/**
 * Twilio's webhooks, at the addresses that are entered in its console.
 *
 * A message is answered with 200 only once it is on disk; anything unsigned changes nothing.
 */
export const twilioWebhooks =
  (service: Service): FastifyPluginAsync =>
  async (app) => {
    const { config } = service;
    const { twilio } = config;
    const accounts = {
      sms: twilioAccount("sms", twilio?.smsFrom ?? ""),
      whatsapp: twilioAccount("whatsapp", twilio?.whatsappFrom ?? ""),
    };
    // Twilio sends forms and nothing else: https://www.twilio.com/docs/messaging/guides/webhook-request
    app.removeAllContentTypeParsers();
    app.addContentTypeParser(formType, { parseAs: "string" }, (_request, body, done) => {
      done(null, { ...parseForm(String(body)) });
    });
    const receive = receiveInbound(service);
    const record = recordReceipt(service);

    /** Stops whatever Twilio did not sign: 401 without a signature, 403 with a wrong one. */
    const onlyTwilio = async (
      request: FastifyRequest,
      reply: FastifyReply,
    ): Promise<FastifyReply | undefined> => {
      const signature = request.headers["x-twilio-signature"];
      if (typeof signature !== "string")
        return reply.code(401).send({ error: "This address takes signed requests only." });
      const params = form.safeParse(request.body ?? {});
      const url = `${config.publicUrl}${request.url}`;
      const isGenuine =
        twilio !== null &&
        params.success &&
        verifyTwilioSignature({ tokens: twilio.tokens, url, params: params.data, signature });
      if (!isGenuine) return reply.code(403).send({ error: "The signature does not fit this request." });
      const account = firstValue(params.data, "AccountSid") ?? twilio.accountSid;
      return account === twilio.accountSid
        ? undefined
        : reply.code(403).send({ error: "This request is about another account." });
    };

    const receiveMessage = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
      const parsed = parseTwilioInbound(form.parse(request.body ?? {}), accounts);
      if (parsed.kind === "refused") {
        service.log.warn({ requestId: request.id, reason: parsed.reason }, "a webhook held no message");
        return reply.code(400).send({ error: parsed.reason });
      }
      await receive(parsed.messages, request.id);
      return reply.code(200).type("text/xml").send(emptyTwiml);
    };

    const receiveReceipt = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
      const parsed = parseTwilioReceipt(form.parse(request.body ?? {}), query.parse(request.query), accounts);
      if (parsed.kind === "refused") return reply.code(400).send({ error: parsed.reason });
      await record(parsed.receipt);
      return reply.code(204).send();
    };

    app.post("/webhooks/twilio/sms", { preHandler: onlyTwilio }, receiveMessage);
    app.post("/webhooks/twilio/whatsapp", { preHandler: onlyTwilio }, receiveMessage);
    app.post("/webhooks/twilio/status", { preHandler: onlyTwilio }, receiveReceipt);
  };
