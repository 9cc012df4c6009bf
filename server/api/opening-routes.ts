import type { FastifyPluginAsync } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { readOpeningCode } from "../../domain/opening-code.ts";
import { closeOpening } from "../../union/openings/end-opening.ts";
import { openingPay } from "../../union/openings/opening-pay.ts";
import { openingStates } from "../../union/openings/opening-states.ts";
import { openingByCode, openingsOf } from "../../union/openings/openings-of.ts";
import { postOpening } from "../../union/openings/post-opening.ts";
import { closed, duplicate, openingAnswer, refusal, taken } from "./answers.ts";
import type { ApiMeans } from "./employer-api.ts";
import { faultWords } from "./fault-words.ts";
import { keyHolders } from "./key-holders.ts";
import { draftOf, openingBody } from "./opening-body.ts";

const bodyLimit = 64 * 1024;
const everyAnswer = { 401: refusal, 429: refusal, 503: refusal };
const state = z.enum(openingStates);

/** Posting, listing and closing openings, each for the employer whose key is sent. */
export const openingRoutes =
  (means: ApiMeans): FastifyPluginAsync =>
  async (plain) => {
    const app = plain.withTypeProvider<ZodTypeProvider>();
    const { admit, holderOf } = keyHolders(means);
    app.addHook("onRequest", admit);

    app.post(
      "/openings",
      {
        bodyLimit,
        schema: {
          summary: "Post an opening",
          body: openingBody,
          response: { 201: taken, 400: refusal, 403: refusal, 409: duplicate, 413: refusal, ...everyAnswer },
        },
      },
      async (request, reply) => {
        const { employerId, country, state: standing } = holderOf(request);
        const posted = await means.store.write.once((tx) =>
          postOpening(tx, {
            id: means.newId(),
            employerId,
            draft: draftOf(request.body, country),
            source: "api",
            actor: `employer:${employerId}`,
            now: means.clock.now().getTime(),
          }),
        );
        if (posted.kind === "refused") {
          const [fault] = posted.faults;
          if (fault === undefined) throw new Error("An opening was refused without a fault.");
          const isHerself = fault.why === "employer_refused" || fault.why === "employer_paused";
          return reply.code(isHerself ? 403 : 400).send({ error: faultWords[fault.why], field: fault.field });
        }
        const { code } = posted;
        if (posted.kind === "duplicate")
          return reply.code(409).send({ error: `The same opening is posted already: ${code}.`, code });
        if (posted.kind === "posted" && posted.isDue) await means.doorbell.announceRound("matching");
        return reply.code(201).send({
          code,
          state: posted.kind === "posted" ? "open" : "held",
          waitsForVerification: standing !== "verified",
          rules: posted.kind === "held" ? [...posted.rules] : [],
        });
      },
    );

    app.get(
      "/openings",
      {
        schema: {
          summary: "Your openings, the youngest first, at most 50",
          response: { 200: z.object({ openings: z.array(openingAnswer) }), ...everyAnswer },
        },
      },
      async (request) => {
        const openings = await openingsOf(means.store.read, holderOf(request).employerId);
        return {
          openings: openings.map((opening) => ({
            ...opening,
            state: state.parse(opening.state),
            pay: openingPay(opening),
            validUntil: opening.validUntil.toISOString(),
            postedAt: opening.postedAt.toISOString(),
          })),
        };
      },
    );

    app.post(
      "/openings/:code/close",
      {
        bodyLimit,
        schema: {
          summary: "Close an opening: nobody else is told of it",
          params: z.object({ code: z.string().max(20) }),
          response: { 200: closed, 404: refusal, 409: refusal, ...everyAnswer },
        },
      },
      async (request, reply) => {
        const { employerId } = holderOf(request);
        const code = readOpeningCode(request.params.code);
        const ended = await means.store.write.once(async (tx) => {
          const opening = code === null ? null : await openingByCode(tx, code, employerId);
          if (opening === null) return { kind: "unknown" } as const;
          const now = means.clock.now();
          return closeOpening(tx, { openingId: opening.id, actor: `employer:${employerId}`, now });
        });
        if (ended.kind === "unknown" || code === null)
          return reply.code(404).send({ error: "You have no opening with this code.", field: "code" });
        if (ended.kind === "already")
          return reply
            .code(409)
            .send({ error: `This opening is over already: ${ended.state}.`, field: "code" });
        await means.doorbell.announceRound("expiry");
        return reply.send({ code, state: "closed" as const });
      },
    );
  };
