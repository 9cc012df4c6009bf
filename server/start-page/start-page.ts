import fastifyCookie from "@fastify/cookie";
import type { FastifyPluginAsync, FastifyReply } from "fastify";
import { z } from "zod";
import { describeFault } from "../../domain/describe-fault.ts";
import { signInAsDemo } from "../../union/staff/sign-in-as-demo.ts";
import { consoleCookies } from "../console/cookies.ts";
import { isSameOrigin } from "../console/same-origin.ts";
import type { Service } from "../service.ts";
import { pageAssets } from "../sim/assets.ts";
import { startPageHeaders } from "./page-headers.ts";
import { takeStep } from "./take-step.ts";
import { roundNumber, tourPeople } from "./tour-people.ts";
import { tourState } from "./tour-state.ts";

const place = z.object({ round: z.string().regex(roundNumber) });
const stepAt = place.extend({ step: z.coerce.number().int().min(1).max(5) });

/**
 * The page a newcomer begins on, at `/`: five clicks through the round, with phones, console and mailbox side by side.
 * Only to be registered in `MODE=sim`: it plays people and signs in as one of staff.
 */
export const startPage =
  (service: Service): FastifyPluginAsync =>
  async (app) => {
    const readAsset = pageAssets();
    const take = takeStep(service);
    const { session, options } = consoleCookies(service.publicUrl);
    await app.register(fastifyCookie);
    app.addHook("onRequest", async (request, reply) => {
      reply.headers(startPageHeaders);
      if (request.method === "POST" && !isSameOrigin(request.headers, service.publicUrl))
        return reply.code(403).send({ error: "This does not come from our own page." });
    });
    const missing = (reply: FastifyReply) => reply.code(404).send({ error: "There is no such round." });

    app.get("/", async (_request, reply) => {
      const page = await readAsset("server/sim/browser/tour.html");
      return page === null ? missing(reply) : reply.type(page.contentType).send(page.body);
    });

    app.get("/start/:round", async (request, reply) => {
      const asked = place.safeParse(request.params);
      if (!asked.success) return missing(reply);
      return shown(service, asked.data.round);
    });

    app.post("/start/:round/steps/:step", async (request, reply) => {
      const asked = stepAt.safeParse(request.params);
      if (!asked.success) return missing(reply);
      const { round, step } = asked.data;
      try {
        const { kind } = await take(round, step);
        if (kind === "too_early") return reply.code(409).send({ error: "Another step comes first." });
        return await shown(service, round);
      } catch (fault) {
        service.log.error({ step, fault: describeFault(fault) }, "a step of the start page failed");
        return reply
          .code(503)
          .send({ error: "That took too long. Press again: it goes on where it stopped." });
      }
    });

    app.post("/start/console", async (_request, reply) => {
      const { token, expiresAt } = await signInAsDemo(service, "caseworker");
      return reply
        .setCookie(session, token, { ...options, expires: expiresAt })
        .code(204)
        .send();
    });
  };

/** What the page shows of a round. */
async function shown(service: Service, round: string) {
  const { member, attestor, employer } = tourPeople(round);
  const people = tourPeople(round);
  const { done, requestId, letterId, told } = await tourState(service.store, people);
  return {
    ...{ done, told },
    request: requestId === null ? null : `/console/requests/${requestId}`,
    letter: letterId === null ? null : `/mailbox/${letterId}`,
    phones: { member: member.from, employer: employer.from, attestor: attestor.telegram.from },
    attestorNumber: attestor.number,
  };
}
