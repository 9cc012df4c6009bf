import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { Eta } from "eta";
import type { FastifyPluginAsync } from "fastify";
import { z } from "zod";
import type { Letter } from "../../prisma/client/client.ts";
import type { Store } from "../../prisma/store.ts";

const eta = new Eta({ views: fileURLToPath(new URL("templates", import.meta.url)), cache: true });
const styleSheet = new URL("templates/style.css", import.meta.url);
const most = 100;

/**
 * A letter is shown in a frame that inherits this: its styles stand in its elements, and nothing else of it may act or
 * be loaded. @see https://www.w3.org/TR/CSP3/
 */
const headers = {
  "content-security-policy": [
    "default-src 'none'",
    "style-src 'self' 'unsafe-inline'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
  ].join("; "),
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "cache-control": "no-store",
} as const;

const storedHeaders = z.record(z.string(), z.string());

/** The local mailbox: every letter, at `/mailbox` and `/mailbox/<id>`. Only to be registered in `MODE=sim`: whoever can open it reads everything. */
export const mailbox =
  ({ store }: { readonly store: Pick<Store, "read"> }): FastifyPluginAsync =>
  async (app) => {
    app.addHook("onRequest", async (_request, reply) => {
      reply.headers(headers).type("text/html; charset=utf-8");
    });

    app.get("/mailbox/style.css", async (_request, reply) =>
      reply.type("text/css; charset=utf-8").send(await readFile(styleSheet, "utf8")),
    );

    app.get("/mailbox", async (_request, reply) => {
      const letters = await store.read.letter.findMany({
        orderBy: [{ createdAt: "desc" }, { id: "desc" }],
        take: most,
      });
      return reply.send(eta.render("./list", { letters: letters.map(shown) }));
    });

    app.get<{ Params: { id: string } }>("/mailbox/:id", async (request, reply) => {
      const letter = await store.read.letter.findUnique({ where: { id: request.params.id } });
      if (letter === null)
        return reply.code(404).type("text/plain; charset=utf-8").send("There is no such letter.");
      return reply.send(eta.render("./letter", shown(letter)));
    });
  };

const shown = ({ id, recipient, subject, kind, state, createdAt, text, html, headers: stored }: Letter) => ({
  id,
  recipient,
  subject: subject ?? `(${kind})`,
  state,
  when: createdAt.toISOString().slice(0, 16).replace("T", " "),
  text,
  html,
  headers: Object.entries(storedHeaders.parse(JSON.parse(stored))),
});
