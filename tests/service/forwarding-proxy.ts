import { createServer, type IncomingHttpHeaders } from "node:http";
import { buffer } from "node:stream/consumers";
import { freePort } from "./free-port.ts";

/** A request on its way through. */
export interface Passing {
  readonly method: string;
  readonly path: string;
  readonly body: string;
}

/** What happens to a request: it passes, perhaps changed; the line is cut before it or after it. */
export interface Interference {
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly cut?: "before" | "after";
  /** Done once the other side has answered and before that answer is passed on. */
  readonly beforeAnswer?: () => Promise<unknown>;
}

export interface ForwardingProxy {
  readonly url: string;
  readonly seen: readonly Passing[];
  close(): Promise<void>;
}

/** Stands between two parts and passes on what one says to the other. */
export async function forwardingProxy(
  target: () => string,
  interfere: (passing: Passing) => Interference = () => ({}),
): Promise<ForwardingProxy> {
  const seen: Passing[] = [];
  const server = createServer(async (request, response) => {
    const passing = {
      method: request.method ?? "GET",
      path: request.url ?? "/",
      body: (await buffer(request)).toString(),
    };
    seen.push(passing);
    const { headers = {}, body = passing.body, cut, beforeAnswer } = interfere(passing);
    if (cut === "before") return request.socket.destroy();
    try {
      const answer = await fetch(`${target()}${passing.path}`, {
        method: passing.method,
        headers: { ...kept(request.headers), ...headers },
        ...(passing.method === "GET" ? {} : { body }),
        redirect: "manual",
      });
      const text = await answer.text();
      await beforeAnswer?.();
      if (cut === "after") return request.socket.destroy();
      response
        .writeHead(answer.status, { "content-type": answer.headers.get("content-type") ?? "text/plain" })
        .end(text);
    } catch {
      request.socket.destroy();
    }
    return undefined;
  });
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${port}`,
    seen,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The headers that belong to the message and not to this one connection. */
const kept = (headers: IncomingHttpHeaders): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      typeof value === "string" && !["host", "connection", "content-length"].includes(name)
        ? [[name, value]]
        : [],
    ),
  );
