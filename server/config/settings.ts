import { z } from "zod";

/** An unset variable and an empty one mean the same: `.env.example` lists them all, empty. */
const optional = z
  .string()
  .trim()
  .transform((value) => (value === "" ? null : value))
  .default(null);
const webAddress = optional.refine(
  (value) => value === null || URL.canParse(value),
  "must be a web address, like https://example.org",
);
const whole = (fallback: number, least: number, most: number) =>
  z
    .string()
    .trim()
    .transform((value) => (value === "" ? fallback : Number(value)))
    .default(fallback)
    .refine(
      (value) => Number.isInteger(value) && value >= least && value <= most,
      `must be a whole number from ${least} to ${most}`,
    );
const oneOf = <const O extends string>(options: readonly O[], fallback: O) =>
  z
    .string()
    .trim()
    .default("")
    .transform((value, context): O => {
      const found = value === "" ? fallback : options.find((option) => option === value);
      if (found !== undefined) return found;
      context.addIssue({
        code: "custom",
        message: `must be one of ${options.filter((option) => option !== "").join(", ")}`,
      });
      return fallback;
    });

/** Every environment variable the service reads, and nothing else; `.env.example` explains each. */
export const settings = z.object({
  PORT: whole(3000, 0, 65_535),
  HOST: z
    .string()
    .trim()
    .transform((value) => value || "127.0.0.1")
    .default("127.0.0.1"),
  DATA_DIR: z
    .string()
    .trim()
    .transform((value) => value || "var")
    .default("var"),
  MODE: oneOf(["", "sim", "team", "live"], ""),
  ROLE: oneOf(["all", "web", "worker"], "all"),
  DEMO: oneOf(["on", "off"], "on"),
  PUBLIC_URL: webAddress,
  TRUSTED_PROXIES: optional,
  DATABASE_URL: optional,
  REDIS_URL: optional,
  SECRET_KEY: optional.refine(
    (value) => value === null || value.length >= 32,
    "must be at least 32 characters that nobody can guess",
  ),
  SMTP_URL: optional.refine(
    (value) => value === null || /^smtps?:\/\/./.test(value),
    "must be the address of a mail server, like smtps://name:password@mail.example.org",
  ),
  MAIL_FROM: optional,
  TWILIO_ACCOUNT_SID: optional,
  TWILIO_AUTH_TOKEN: optional,
  TWILIO_AUTH_TOKEN_SECONDARY: optional,
  TWILIO_SMS_FROM: optional,
  TWILIO_WHATSAPP_FROM: optional,
  TWILIO_API_BASE: webAddress,
  TELEGRAM_BOT_TOKEN: optional,
  TELEGRAM_BOT_NAME: optional.refine(
    (value) => value === null || /^\w{5,32}$/.test(value),
    "must be the bot's user name without the @",
  ),
  TELEGRAM_WEBHOOK_SECRET: optional.refine(
    (value) => value === null || /^[A-Za-z0-9_-]{1,256}$/.test(value),
    "must be 1 to 256 letters, digits, _ or -",
  ),
  TELEGRAM_API_ROOT: webAddress,
  TEAM_ADDRESSES: optional,
  WHATSAPP_TEMPLATES: optional,
  SMS_PER_SECOND: whole(0, 0, 10_000),
  WHATSAPP_PER_SECOND: whole(80, 0, 10_000),
  SEND_LEASE_SECONDS: whole(60, 1, 3_600),
  LOOK_UP_AFTER_SECONDS: whole(60, 0, 3_600),
  LOG_LEVEL: oneOf(["info", "debug", "warn", "error", "silent"], "info"),
});

export type Settings = z.output<typeof settings>;
