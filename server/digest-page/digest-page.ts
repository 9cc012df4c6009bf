import { readFile } from "node:fs/promises";
import formbody from "@fastify/formbody";
import type { FastifyPluginAsync } from "fastify";
import { z } from "zod";
import { type CardDecision, declineReasons } from "../../domain/digest-reply.ts";
import { usualCrowd } from "../../union/digests/crowd.ts";
import { decideCards } from "../../union/digests/decide-cards.ts";
import { type DigestContent, digestContent } from "../../union/digests/digest-content.ts";
import { digestToken, readDigestToken } from "../../union/digests/digest-link.ts";
import type { Means } from "../../union/means.ts";
import { pageHeaders } from "./page-headers.ts";
import { preferredLanguage } from "./preferred-language.ts";
import { refuseLink } from "./refuse-link.ts";
import { digestHtml, noteHtml } from "./render-page.ts";
import { unsubscribePage } from "./unsubscribe-page.ts";

export type PageMeans = Pick<Means, "store" | "clock" | "newId" | "secrets" | "doorbell">;

const styleSheet = new URL("templates/style.css", import.meta.url);
const bodyLimit = 4096;

/** What one form of the page sends. */
const posted = z.object({
  card: z.string().max(4),
  verdict: z.enum(["yes", "no"]),
  reason: z
    .enum(["", ...declineReasons])
    .default("")
    .transform((reason) => (reason === "" ? null : reason)),
});

/**
 * The page behind the link in a digest: `GET /d/<token>` shows the candidates, `POST` decides about one, and
 * `/d/<token>/unsubscribe` ends the letters. To open a link never does anything: mail scanners open them all.
 *
 * @param smallest  how many members must look the same on a card
 */
export const digestPage =
  (means: PageMeans, smallest = usualCrowd): FastifyPluginAsync =>
  async (app) => {
    await app.register(formbody, { bodyLimit });
    app.addHook("onRequest", async (_request, reply) => {
      reply.headers(pageHeaders).type("text/html; charset=utf-8");
    });
    app.setErrorHandler<Error & { readonly statusCode?: number }>(async (fault, request, reply) => {
      const status = fault.statusCode ?? 500;
      if (status >= 500) throw fault;
      const language = preferredLanguage(request.headers["accept-language"]);
      return reply
        .code(status)
        .type("text/html; charset=utf-8")
        .send(noteHtml(language, "page.failed", "page.failed.more"));
    });

    app.get("/d/style.css", async (_request, reply) =>
      reply.type("text/css; charset=utf-8").send(await readFile(styleSheet, "utf8")),
    );

    app.get<{ Params: { token: string } }>("/d/:token", async (request, reply) => {
      const found = await open(request.params.token);
      return found.kind === "open"
        ? reply.send(digestHtml(found.digest, addressesOf(found.digest), null))
        : refuseLink(request, reply, found.kind);
    });

    app.post<{ Params: { token: string } }>("/d/:token", async (request, reply) => {
      const found = await open(request.params.token);
      if (found.kind !== "open") return refuseLink(request, reply, found.kind);
      const { digest } = found;
      const decision = readForm(request.body, digest);
      if (decision === null)
        return reply.code(400).send(noteHtml(digest.employer.language, "page.failed", "page.failed.more"));
      const [noted = null] = await decideCards(means, {
        employerId: digest.employer.id,
        openingId: digest.opening.id,
        decisions: [decision],
        how: "page",
        now: means.clock.now(),
      });
      const after = (await read(digest.id)) ?? digest;
      return reply.send(digestHtml(after, addressesOf(after), noted));
    });

    await app.register(unsubscribePage(means));

    /** Whoever may not hire through us any more finds nothing behind her old links. */
    async function open(token: string): Promise<Opened> {
      const link = readDigestToken(means.secrets, "page", token, means.clock.now());
      if (link.kind !== "valid") return link;
      const digest = await read(link.digestId);
      return digest?.employer.isVerified ? { kind: "open", digest } : { kind: "forged" };
    }

    const read = (digestId: string): Promise<DigestContent | null> =>
      digestContent(means.store.read, digestId, { now: means.clock.now(), smallest });

    function addressesOf(digest: DigestContent) {
      const page = `/d/${digestToken(means.secrets, "page", digest)}`;
      return { page, unsubscribe: `/d/${digestToken(means.secrets, "unsubscribe", digest)}/unsubscribe` };
    }
  };

type Opened =
  | { readonly kind: "open"; readonly digest: DigestContent }
  | { readonly kind: "expired" }
  | { readonly kind: "forged" };

/** Null for what no form of this page sends. */
function readForm(body: unknown, { cards }: DigestContent): CardDecision | null {
  const form = posted.safeParse(body);
  if (!form.success) return null;
  const { card, verdict, reason } = form.data;
  const codes = cards.map((one) => (one.kind === "waiting" ? one.view.code : one.code));
  if (!codes.includes(card)) return null;
  return verdict === "yes" ? { card, verdict } : { card, verdict, reason };
}
