import type { FastifyPluginAsync } from "fastify";
import type { CredentialMeans } from "../../union/credentials/credential-means.ts";
import { didDocumentPath } from "../../union/credentials/did-document.ts";
import { ownDidDocument } from "../../union/credentials/own-surroundings.ts";
import { publishedList } from "../../union/credentials/published-list.ts";

/** Long enough to spare us, short enough for what was taken back to be known soon. */
const forFiveMinutes = { "cache-control": "public, max-age=300", "x-content-type-options": "nosniff" };

/** What verifiers everywhere read of us: the document of our keys, and the lists of what was taken back. */
export const publishedDocuments =
  ({ store, clock, issuer }: Pick<CredentialMeans, "store" | "clock" | "issuer">): FastifyPluginAsync =>
  async (app) => {
    app.get(didDocumentPath, (_request, reply) =>
      reply
        .headers({ ...forFiveMinutes, "access-control-allow-origin": "*" })
        .type("application/json; charset=utf-8")
        .send(ownDidDocument(issuer)),
    );

    app.get<{ Params: { id: string } }>("/credentials/status/:id", async (request, reply) => {
      const { id } = request.params;
      const list = /^[1-9]\d{0,8}$/.test(id)
        ? await publishedList(store.read, issuer, Number(id), clock.now())
        : null;
      if (list === null) return reply.code(404).send({ error: "There is no such list." });
      return reply
        .headers({ ...forFiveMinutes, "access-control-allow-origin": "*" })
        .type("application/vc+jwt")
        .send(list);
    });
  };
