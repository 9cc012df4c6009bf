import { readFile } from "node:fs/promises";
import formbody from "@fastify/formbody";
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { readCredentialCode } from "../../domain/credential-code.ts";
import type { CredentialMeans } from "../../union/credentials/credential-means.ts";
import { ownSurroundings } from "../../union/credentials/own-surroundings.ts";
import { verifyCredential } from "../../union/credentials/verify-credential.ts";
import { checkForVisitor, type ViewingNews } from "./check-for-visitor.ts";
import { publicPageHeaders } from "./page-headers.ts";
import { pageLanguage } from "./page-language.ts";
import { publishedDocuments } from "./published-documents.ts";
import { type CheckPage, openPages } from "./render-page.ts";
import { verdictOnCode, verdictOnFile } from "./verdict.ts";

/** What these pages need of the service. */
export type CredentialPagesMeans = Pick<CredentialMeans, "store" | "clock" | "secrets" | "issuer">;

const vcJwt = "application/vc+jwt";
const query = z.object({ code: z.string().max(200).optional(), lang: z.string().optional() }).catch({});
const pinForm = z.object({ pin: z.string().max(50) });
const fileForm = z.object({ credential: z.string().max(50_000) });

/**
 * The public pages about credentials, for people at `/v` and for machines beside it: nobody signs in, nothing is kept in
 * the browser, and a name is shown only to whoever has the member's PIN.
 *
 * A PIN travels in a form, never in an address.
 */
export const credentialPages =
  (means: CredentialPagesMeans, news: ViewingNews): FastifyPluginAsync =>
  async (app) => {
    const pages = openPages();
    const css = await readFile(new URL("pages/page.css", import.meta.url), "utf8");
    app.removeAllContentTypeParsers();
    await app.register(formbody);
    app.addContentTypeParser(vcJwt, { parseAs: "string" }, (_request, body, done) =>
      done(null, { credential: String(body) }),
    );
    await app.register(publishedDocuments(means));

    const languageOf = (request: FastifyRequest) =>
      pageLanguage(query.parse(request.query).lang, request.headers["accept-language"]);
    const show = (request: FastifyRequest, reply: FastifyReply, page: Partial<CheckPage>): FastifyReply => {
      const blank = { verdict: null, pinFor: null, showsFile: false, path: "/v" };
      const html = pages.check({ ...blank, ...page, language: languageOf(request) });
      return reply
        .code(page.verdict?.status ?? 200)
        .headers(publicPageHeaders)
        .type("text/html; charset=utf-8")
        .send(html);
    };

    const check = async (request: FastifyRequest, reply: FastifyReply, text: string, pin: string | null) => {
      const asker = { kind: "web", ip: request.ip } as const;
      const answer = await checkForVisitor(means, { text, pin, asker }, `page:${request.id}`, news);
      const reading = readCredentialCode(text);
      const code = reading.kind === "code" ? reading.code : null;
      const helps = answer.kind === "wrong_pin" || (answer.kind === "good" && answer.tier1 === null);
      return show(request, reply, {
        verdict: verdictOnCode(answer),
        pinFor: helps ? code : null,
        path: code === null ? "/v" : `/v/${code}`,
      });
    };

    app.get("/v", (request, reply) => {
      const { code } = query.parse(request.query);
      return code === undefined ? show(request, reply, {}) : check(request, reply, code, null);
    });
    app.get<{ Params: { code: string } }>("/v/:code", (request, reply) =>
      check(request, reply, request.params.code, null),
    );
    app.post<{ Params: { code: string } }>("/v/:code", (request, reply) =>
      check(request, reply, request.params.code, pinForm.safeParse(request.body).data?.pin ?? ""),
    );
    app.post("/v", async (request, reply) => {
      const credential = fileForm.safeParse(request.body).data?.credential ?? "";
      const around = ownSurroundings(means.store.read, means.issuer, means.clock.now());
      // Line breaks come with copying out of a letter; no credential has one.
      const verdict = verdictOnFile(await verifyCredential(credential.replace(/\s/g, ""), around));
      return show(request, reply, { verdict, showsFile: true });
    });

    app.get("/terms", (request, reply) =>
      reply
        .headers(publicPageHeaders)
        .type("text/html; charset=utf-8")
        .send(pages.terms(languageOf(request))),
    );
    app.get("/credentials/page.css", (_request, reply) =>
      reply
        .headers({ "cache-control": "public, max-age=300", "x-content-type-options": "nosniff" })
        .type("text/css; charset=utf-8")
        .send(css),
    );
  };
