import { bad, type Check, type Finding, good } from "./check.ts";

const modes: Readonly<Record<string, string>> = {
  sim: "nothing leaves this machine",
  team: "only listed numbers are written to",
  live: "messages reach real people",
};

const modeOf = (settings: Readonly<Record<string, string | undefined>>): string => settings.MODE || "sim";

/** Whether messages may leave the machine. */
export const modeCheck: Check = {
  name: "Mode",
  look({ settings }) {
    const mode = modeOf(settings);
    const meaning = modes[mode];
    return meaning === undefined
      ? bad(`MODE is "${mode}"; it must be ${Object.keys(modes).join(", ")}`)
      : good(`${mode}: ${meaning}`);
  },
};

/** The address under which providers reach our webhooks. */
export const publicUrlCheck: Check = {
  name: "Public address",
  look({ settings }) {
    const address = settings.PUBLIC_URL;
    if (!address) {
      return modeOf(settings) === "live"
        ? bad("PUBLIC_URL is not set; providers could not reach us")
        : good("none; not needed outside MODE=live");
    }
    if (!URL.canParse(address)) return bad("PUBLIC_URL is not a web address");
    return new URL(address).protocol === "https:" || modeOf(settings) === "sim"
      ? good(address)
      : bad("PUBLIC_URL must begin with https://, or webhooks could be read on the way");
  },
};

/** The settings a provider needs; they are shown by name only. */
const providers = [
  {
    name: "Twilio (SMS, WhatsApp)",
    needed: ["TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN"],
    oneOf: ["TWILIO_SMS_FROM", "TWILIO_WHATSAPP_FROM"],
    neededLive: [],
  },
  { name: "Telegram", needed: ["TELEGRAM_BOT_TOKEN"], oneOf: [], neededLive: ["TELEGRAM_WEBHOOK_SECRET"] },
] as const;

/** Whether each provider has all its credentials, or none. */
export const providerChecks: readonly Check[] = providers.map((provider) => ({
  name: provider.name,
  look({ settings }): Finding {
    const present = (name: string): boolean => Boolean(settings[name]);
    const { needed, oneOf } = provider;
    if (![...needed, ...oneOf].some(present)) return good("not set up; not needed for MODE=sim");
    const alsoNeeded = modeOf(settings) === "live" && settings.PUBLIC_URL ? provider.neededLive : [];
    const missing: string[] = [...needed, ...alsoNeeded].filter((name) => !present(name));
    if (oneOf.length > 0 && !oneOf.some(present)) missing.push(oneOf.join(" or "));
    return missing.length === 0 ? good("all credentials present") : bad(`missing: ${missing.join(", ")}`);
  },
}));
