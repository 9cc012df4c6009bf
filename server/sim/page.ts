import type { FastifyPluginAsync, FastifyReply } from "fastify";
import { pageAssets } from "./assets.ts";
import { pageHeaders } from "./page-headers.ts";

/**
 * Serves the simulator page and its files: `GET /sim` and `GET /sim/assets/*`.
 *
 * Three handsets talk to the same-origin `POST /sim/messages` and `GET /sim/messages`, which the caller provides.
 */
export function simPage(): FastifyPluginAsync {
  return async (app) => {
    const readAsset = pageAssets();
    const serve = async (path: string, reply: FastifyReply) => {
      const asset = await readAsset(path);
      reply.headers(pageHeaders);
      if (asset === null)
        return reply.code(404).type("text/plain; charset=utf-8").send("There is no such file.");
      return reply.type(asset.contentType).send(asset.body);
    };
    app.get("/sim", (_request, reply) => serve("server/sim/browser/page.html", reply));
    app.get<{ Params: { "*": string } }>("/sim/assets/*", (request, reply) =>
      serve(request.params["*"], reply),
    );
  };
}
