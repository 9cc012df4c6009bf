import type { FastifyPluginAsync } from "fastify";
import { isLanguage, type Language } from "../../domain/language.ts";
import { type ReadLink, readDigestToken } from "../../union/digests/digest-link.ts";
import { endLetters } from "../../union/digests/end-letters.ts";
import type { Means } from "../../union/means.ts";
import { refuseLink } from "./refuse-link.ts";
import { noteHtml } from "./render-page.ts";

/**
 * `GET /d/<token>/unsubscribe` shows a button; `POST` ends the letters and answers 200, without cookie or sign-in and
 * whatever its body says: a mail program sends it by itself (RFC 8058), as a form or in parts.
 */
export const unsubscribePage =
  ({ store, clock, secrets }: Pick<Means, "store" | "clock" | "secrets">): FastifyPluginAsync =>
  async (app) => {
    app.removeAllContentTypeParsers();
    app.addContentTypeParser("*", (_request, body, done) => {
      body.resume();
      body.once("end", () => done(null));
      body.once("error", done);
    });

    app.get<{ Params: { token: string } }>("/d/:token/unsubscribe", async (request, reply) => {
      const { token } = request.params;
      const link = read(token);
      if (link.kind !== "valid") return refuseLink(request, reply, link.kind);
      const language = await languageOf(link.digestId);
      const action = `/d/${encodeURIComponent(token)}/unsubscribe`;
      const button = { label: "unsubscribe.button", action } as const;
      return reply.send(noteHtml(language, "unsubscribe.ask", "unsubscribe.ask.more", button));
    });

    app.post<{ Params: { token: string } }>("/d/:token/unsubscribe", async (request, reply) => {
      const link = read(request.params.token);
      if (link.kind !== "valid") return refuseLink(request, reply, link.kind);
      const language = await languageOf(link.digestId);
      await store.write.once((tx) => endLetters(tx, link.digestId, clock.now()));
      return reply.send(noteHtml(language, "unsubscribe.done", "unsubscribe.done.more"));
    });

    /** The link of the page is good for this as well. */
    function read(token: string): ReadLink {
      const now = clock.now();
      const link = readDigestToken(secrets, "unsubscribe", token, now);
      return link.kind === "forged" ? readDigestToken(secrets, "page", token, now) : link;
    }

    async function languageOf(id: string): Promise<Language> {
      const digest = await store.read.digest.findUnique({ where: { id }, select: { employer: true } });
      const language = digest?.employer.language ?? "";
      return isLanguage(language) ? language : "en";
    }
  };
