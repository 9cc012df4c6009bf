import { Agent } from "node:http";
import type twilio from "twilio";
import type RequestClient from "twilio/lib/base/RequestClient.js";
import { z } from "zod";
import { readRetryAfter, TwilioThrottled } from "./throttled.ts";

/** How to reach Twilio. */
export interface TwilioOptions {
  readonly accountSid: string;
  readonly authToken: string;
  /** Where all requests go instead of the hosts of twilio.com, such as `http://127.0.0.1:4013`; null: to Twilio. */
  readonly apiBase: string | null;
  /** How long to wait for an answer, in milliseconds; 10,000 where left out. */
  readonly timeoutMs?: number;
}

/** Gives the official client, loading it the first time: it costs 0.8 s and 20 MB, which a web process need not pay. */
export type TwilioClient = () => Promise<twilio.Twilio>;

const refusal = z.object({ code: z.union([z.number(), z.string()]).transform(String) });

/** One socket a message in flight; the library's own limit of 20 would make our queue wait for its. */
const sockets = { maxSockets: 256, maxTotalSockets: 512, maxFreeSockets: 64 };

/** Keeps the path and query of a request and sends it to another host. */
export const rewriteHost = (uri: string, apiBase: string): string => {
  const { pathname, search } = new URL(uri);
  return `${apiBase.replace(/\/+$/, "")}${pathname}${search}`;
};

async function load(options: TwilioOptions): Promise<twilio.Twilio> {
  const { default: library } = await import("twilio");
  const timeout = options.timeoutMs ?? 10_000;
  const { apiBase } = options;

  /** The client has no option for another address, so the request itself is turned. */
  class Client extends library.RequestClient {
    constructor() {
      // Never repeated by the client: a POST of a message is not idempotent.
      super({ timeout, keepAlive: true, autoRetry: false, ...sockets });
      this.axios.defaults.httpAgent = new Agent({ keepAlive: true, timeout, ...sockets });
    }

    override async request<Body>(request: RequestClient.RequestOptions<Body>) {
      const uri = apiBase === null ? request.uri : rewriteHost(request.uri, apiBase);
      const response = await super.request<Body>({ ...request, uri });
      if (response.statusCode !== 429) return response;
      const code = refusal.safeParse(response.body);
      const retryAfterMs = readRetryAfter(response.headers?.["retry-after"]);
      throw new TwilioThrottled(code.success ? code.data.code : "429", retryAfterMs);
    }
  }

  return library(options.accountSid, options.authToken, { httpClient: new Client() });
}

/** Makes a client that is loaded at its first use and shared by all later ones. */
export function twilioClient(options: TwilioOptions): TwilioClient {
  let loading: Promise<twilio.Twilio> | null = null;
  return () => {
    loading ??= load(options);
    return loading;
  };
}
