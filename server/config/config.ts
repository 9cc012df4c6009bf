import type { Timings } from "../../bot/runtime.ts";
import { secondMs } from "../../domain/moment.ts";

/** Who may be written to: nobody outside this machine, only listed addresses, or everybody. */
export type Mode = "sim" | "team" | "live";

/** Everything the service was told, read once and never changed. */
export interface Config {
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  readonly dataDir: string;
  readonly mode: Mode;
  readonly role: "all" | "web" | "worker";
  /** Whether an empty database is filled with invented people, which is only ever done in `sim`. */
  readonly demo: boolean;
  /** Where providers reach our webhooks; signatures are checked against it, never against a Host header. */
  readonly publicUrl: string;
  /** The proxies before us, by address or range: from them we believe who the visitor is. */
  readonly trustedProxies: readonly string[];
  readonly databaseUrl: string;
  /** Null: a private Redis is started. */
  readonly redisUrl: string | null;
  readonly logLevel: string;
  /** Null: one is made and kept in the data folder. */
  readonly secretKey: string | null;
  /** Null: e-mail stays on this machine. */
  readonly mail: MailConfig | null;
  readonly twilio: TwilioConfig | null;
  readonly telegram: TelegramConfig | null;
  /** In `team` mode: the only addresses that are written to. */
  readonly teamAddresses: ReadonlySet<string>;
  readonly timings: Timings;
}

export interface MailConfig {
  readonly smtpUrl: string;
  /** Whom letters come from: `Migrant Union <post@example.org>`. */
  readonly from: string;
}

export interface TwilioConfig {
  readonly accountSid: string;
  /** The first signs what we send; any of them may have signed what we receive, so that a token can be changed. */
  readonly tokens: readonly [string, ...string[]];
  readonly smsFrom: string | null;
  readonly whatsappFrom: string | null;
  readonly apiBase: string | null;
  readonly smsPerSecond: number | null;
  readonly whatsappPerSecond: number | null;
  /** Approved WhatsApp templates: `waiting/ar` to its content id. */
  readonly templates: ReadonlyMap<string, string>;
}

export interface TelegramConfig {
  readonly token: string;
  readonly apiRoot: string | null;
  readonly secret: string | null;
  /** The bot's user name, for links that lead to it; null: it is asked for. */
  readonly botName: string | null;
  /** A webhook where there is a public address and a secret; else we ask for updates ourselves. */
  readonly delivery: "webhook" | "polling";
}

/** How often the sweep looks for what was not heard of, and providers are asked for what was missed. */
export const fixedTimings = { sweepEveryMs: secondMs, catchUpEveryMs: 5 * 60 * secondMs } as const;
