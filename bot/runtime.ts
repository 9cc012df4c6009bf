import type { Logger } from "pino";
import type { Locales } from "../locales/index.ts";
import type { Statements } from "../prisma/statements.ts";
import type { OpenIssuer } from "../union/credentials/open-issuer.ts";
import type { Means } from "../union/means.ts";
import type { Channel } from "./channels/channel.ts";
import type { Counts } from "./counts.ts";

/** How long things may take before something else happens, in milliseconds. */
export interface Timings {
  /** A sender that has not said how it went within this time counts as dead. */
  readonly leaseMs: number;
  /** How long an unknown outcome may settle itself (a receipt may come) before the provider is asked. */
  readonly lookUpAfterMs: number;
  /** How long a doorbell may be deaf before the sweep takes a message up. */
  readonly sweepEveryMs: number;
  /** How often missed messages are asked for at providers that list them. */
  readonly catchUpEveryMs: number;
}

/** What talking needs: built once in `server/` and handed to every function. */
export interface Runtime extends Means {
  readonly statements: Statements;
  readonly log: Logger;
  /** Whose name credentials are issued in. */
  readonly issuer: OpenIssuer;
  /** Our bot's user name at Telegram, for links that lead there; null where there is none. */
  readonly telegramName: string | null;
  readonly locales: Locales;
  /** Our senders, by account. */
  readonly channels: ReadonlyMap<string, Channel>;
  readonly timings: Timings;
  readonly counts: Counts;
}
