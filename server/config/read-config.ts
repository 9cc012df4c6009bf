import { join, resolve } from "node:path";
import { secondMs } from "../../domain/moment.ts";
import { type Config, fixedTimings, type Mode, type TelegramConfig, type TwilioConfig } from "./config.ts";
import { ConfigRefused } from "./config-refused.ts";
import { isLoopback } from "./is-loopback.ts";
import { settingFaults } from "./setting-faults.ts";
import { type Settings, settings } from "./settings.ts";

/**
 * Reads the configuration from environment variables.
 *
 * @throws {ConfigRefused} naming every fault at once: the operator's to mend
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const read = settings.safeParse(env);
  if (!read.success)
    throw new ConfigRefused(read.error.issues.map(({ path, message }) => `${path.join(".")} ${message}`));
  const mode = modeOf(read.data);
  const faults = settingFaults(read.data, mode);
  if (faults.length > 0) throw new ConfigRefused(faults);
  return Object.freeze(configOf(read.data, mode));
}

function configOf(given: Settings, mode: Mode): Config {
  const dataDir = resolve(given.DATA_DIR);
  return {
    host: given.HOST,
    port: given.PORT,
    dataDir,
    mode,
    role: given.ROLE,
    demo: mode === "sim" && given.DEMO === "on",
    publicUrl: (given.PUBLIC_URL ?? `http://localhost:${given.PORT}`).replace(/\/+$/, ""),
    trustedProxies: listOf(given.TRUSTED_PROXIES),
    databaseUrl: given.DATABASE_URL ?? `file:${join(dataDir, "migrant-union.db")}`,
    redisUrl: given.REDIS_URL,
    logLevel: given.LOG_LEVEL,
    secretKey: given.SECRET_KEY,
    mail:
      given.SMTP_URL === null || given.MAIL_FROM === null
        ? null
        : { smtpUrl: given.SMTP_URL, from: given.MAIL_FROM },
    twilio: twilioOf(given),
    telegram: telegramOf(given),
    teamAddresses: new Set(listOf(given.TEAM_ADDRESSES)),
    timings: {
      ...fixedTimings,
      leaseMs: given.SEND_LEASE_SECONDS * secondMs,
      lookUpAfterMs: given.LOOK_UP_AFTER_SECONDS * secondMs,
    },
  };
}

/** Where MODE is not said: real keys mean that messages shall really leave; keys of a provider on this machine do not. */
function modeOf(given: Settings): Mode {
  if (given.MODE !== "") return given.MODE;
  const twilioLeaves = given.TWILIO_ACCOUNT_SID !== null && !isLoopback(given.TWILIO_API_BASE);
  const telegramLeaves = given.TELEGRAM_BOT_TOKEN !== null && !isLoopback(given.TELEGRAM_API_ROOT);
  return twilioLeaves || telegramLeaves ? "live" : "sim";
}

function twilioOf(given: Settings): TwilioConfig | null {
  const {
    TWILIO_ACCOUNT_SID: accountSid,
    TWILIO_AUTH_TOKEN: token,
    TWILIO_AUTH_TOKEN_SECONDARY: second,
  } = given;
  if (accountSid === null || token === null) return null;
  return {
    accountSid,
    tokens: second === null ? [token] : [token, second],
    smsFrom: given.TWILIO_SMS_FROM,
    whatsappFrom: given.TWILIO_WHATSAPP_FROM,
    apiBase: given.TWILIO_API_BASE,
    smsPerSecond: given.SMS_PER_SECOND || null,
    whatsappPerSecond: given.WHATSAPP_PER_SECOND || null,
    templates: new Map(listOf(given.WHATSAPP_TEMPLATES).map(pairOf)),
  };
}

function telegramOf(given: Settings): TelegramConfig | null {
  const { TELEGRAM_BOT_TOKEN: token, TELEGRAM_WEBHOOK_SECRET: secret } = given;
  if (token === null) return null;
  const delivery = secret !== null && given.PUBLIC_URL !== null ? "webhook" : "polling";
  return { token, apiRoot: given.TELEGRAM_API_ROOT, secret, botName: given.TELEGRAM_BOT_NAME, delivery };
}

const listOf = (value: string | null): readonly string[] =>
  (value ?? "").split(/[\s,]+/).filter((entry) => entry !== "");

const pairOf = (entry: string): readonly [string, string] => {
  const [name = "", sid = ""] = entry.split("=");
  return [name, sid];
};
