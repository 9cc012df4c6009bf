import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { setTimeout as wait } from "node:timers/promises";
import type { Chance } from "./chance.ts";

/** What can go wrong between the service and a provider, and in what share of the requests. */
export interface Faults {
  /** The provider takes it, and the line is cut before its answer. */
  readonly takenThenCut: number;
  /** The provider takes it and answers 500. */
  readonly takenThen500: number;
  /** The line is cut before the provider has heard of it. */
  readonly cut: number;
  /** Too fast: 429, try again in a second. */
  readonly tooFast: number;
  /** The provider takes it and answers after seconds. */
  readonly slow: number;
  /** Questions (GET) that are answered with 500. */
  readonly mute: number;
}

export const noFaults: Faults = { takenThenCut: 0, takenThen500: 0, cut: 0, tooFast: 0, slow: 0, mute: 0 };

/** One request as the service made it. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly body: string;
  readonly contentType: string;
  readonly authorization: string;
}

export interface Answered {
  readonly status: number;
  readonly body: string;
}

export interface FaultyLine {
  readonly url: string;
  /** How often each fault was struck. */
  readonly struck: Readonly<Record<keyof Faults, number>>;
  /** Requests that stood open at most at one moment. */
  openNow(): number;
  close(): Promise<void>;
}

const slowForMs = { least: 1_000, most: 3_000 } as const;

/**
 * The line to a provider, on which things go wrong.
 *
 * @param faults   how often each thing goes wrong, asked anew for each request
 * @param provide  the provider's own answer to what it has heard
 */
export async function faultyLine(
  faults: (asked: Asked) => Faults,
  chance: Chance,
  provide: (asked: Asked) => Promise<Answered>,
): Promise<FaultyLine> {
  const struck: Record<keyof Faults, number> = { ...noFaults };
  let open = 0;
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const asked = await read(request);
    const fault = pick(asked, faults(asked), chance);
    if (fault !== null) struck[fault] += 1;
    if (fault === "cut") return void request.socket.destroy();
    if (fault === "tooFast") return reply(response, { status: 429, body: tooFast }, { "retry-after": "1" });
    if (fault === "mute") return reply(response, { status: 500, body: broken });
    const answer = await provide(asked);
    if (fault === "takenThenCut") return void request.socket.destroy();
    if (fault === "takenThen500") return reply(response, { status: 500, body: broken });
    if (fault === "slow") await wait(chance.between(slowForMs.least, slowForMs.most));
    return reply(response, answer);
  };
  const server = createServer((request, response) => {
    open += 1;
    serve(request, response)
      .catch(() => request.socket.destroy())
      .finally(() => {
        open -= 1;
      });
  });
  // Longer than any client of ours keeps a connection: what is cut is cut on purpose.
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    struck,
    openNow: () => open,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Twilio and Telegram read each other's names here; each finds its own. */
const tooFast = JSON.stringify({
  code: 20429,
  message: "Too Many Requests",
  status: 429,
  ok: false,
  error_code: 429,
  description: "Too Many Requests: retry after 1",
  parameters: { retry_after: 1 },
});
const broken = JSON.stringify({
  code: 20500,
  message: "Internal Server Error",
  status: 500,
  ok: false,
  error_code: 500,
  description: "Internal Server Error",
});

/** At most one thing goes wrong with a request. */
function pick({ method }: Asked, faults: Faults, chance: Chance): keyof Faults | null {
  const possible: readonly (keyof Faults)[] =
    method === "GET" ? ["mute"] : ["takenThenCut", "takenThen500", "cut", "tooFast", "slow"];
  return possible.find((fault) => chance.happens(faults[fault])) ?? null;
}

const read = async (request: IncomingMessage): Promise<Asked> => ({
  method: request.method ?? "GET",
  path: request.url ?? "/",
  body: (await buffer(request)).toString(),
  contentType: request.headers["content-type"] ?? "application/x-www-form-urlencoded",
  authorization: request.headers.authorization ?? "",
});

function reply(response: ServerResponse, { status, body }: Answered, headers = {}): void {
  response.writeHead(status, { "content-type": "application/json", ...headers }).end(body);
}
