import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { buffer } from "node:stream/consumers";

/** What a request was, as the server saw it. */
export interface SeenRequest {
  readonly method: string;
  readonly url: string;
  readonly body: string;
}

export interface LocalServer extends AsyncDisposable {
  readonly url: string;
  readonly seen: readonly SeenRequest[];
}

/** A plain HTTP server on a free port that answers as it is told, faults included. */
export async function localServer(
  answer: (request: SeenRequest, response: ServerResponse, raw: IncomingMessage) => void,
): Promise<LocalServer> {
  const seen: SeenRequest[] = [];
  const server = createServer(async (raw, response) => {
    const body = await buffer(raw).catch(() => Buffer.alloc(0));
    const request = { method: raw.method ?? "", url: raw.url ?? "", body: body.toString() };
    seen.push(request);
    answer(request, response, raw);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return {
    url: `http://127.0.0.1:${address.port}`,
    seen,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A port on which nobody listens. */
export async function closedPort(): Promise<number> {
  const server = await localServer(() => undefined);
  await server[Symbol.asyncDispose]();
  return Number(new URL(server.url).port);
}

export const json = (response: ServerResponse, status: number, body: unknown, headers = {}): void => {
  response.writeHead(status, { "Content-Type": "application/json", ...headers }).end(JSON.stringify(body));
};
