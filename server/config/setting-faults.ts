import { isIP } from "node:net";
import type { Mode } from "./config.ts";
import { isLoopback } from "./is-loopback.ts";
import type { Settings } from "./settings.ts";

/** What is wrong with settings that are each well-formed: half a provider, or a mode without what it needs. */
export function settingFaults(given: Settings, mode: Mode): readonly string[] {
  return [...twilioFaults(given, mode), ...mailFaults(given), ...proxyFaults(given), ...modeFaults(given)];
}

function twilioFaults(given: Settings, mode: Mode): string[] {
  const {
    TWILIO_ACCOUNT_SID: sid,
    TWILIO_AUTH_TOKEN: token,
    TWILIO_SMS_FROM: sms,
    TWILIO_WHATSAPP_FROM: whatsapp,
  } = given;
  if (sid === null && token === null)
    return sms === null && whatsapp === null
      ? []
      : ["TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN are needed beside a sender number"];
  return [
    ...(sid === null ? ["TWILIO_ACCOUNT_SID is needed beside TWILIO_AUTH_TOKEN"] : []),
    ...(token === null ? ["TWILIO_AUTH_TOKEN is needed beside TWILIO_ACCOUNT_SID"] : []),
    ...(sms === null && whatsapp === null
      ? ["TWILIO_SMS_FROM or TWILIO_WHATSAPP_FROM is needed: the number that sends"]
      : []),
    ...(mode !== "sim" && given.PUBLIC_URL === null && !isLoopback(given.TWILIO_API_BASE)
      ? ["PUBLIC_URL is needed with Twilio: it signs its webhooks with that address"]
      : []),
  ];
}

/** An address, or a range of them: `10.0.0.0/8`. */
function proxyFaults({ TRUSTED_PROXIES: proxies }: Settings): string[] {
  const unread = (proxies ?? "")
    .split(/[\s,]+/)
    .filter((proxy) => proxy !== "" && (isIP(proxy.replace(/\/\d{1,3}$/, "")) === 0 || proxy.endsWith("/0")));
  return unread.length === 0
    ? []
    : [`TRUSTED_PROXIES holds what is no address or range: ${unread.join(", ")}`];
}

const mailFaults = ({ SMTP_URL: server, MAIL_FROM: from }: Settings): string[] => [
  ...(server !== null && from === null
    ? ["MAIL_FROM is needed beside SMTP_URL: whom letters come from"]
    : []),
  ...(server === null && from !== null ? ["SMTP_URL is needed beside MAIL_FROM: the mail server"] : []),
];

/** `MODE=live`, said in so many words, is refused unless every webhook can be told from a forged one. */
function modeFaults(given: Settings): string[] {
  if (given.MODE === "team" && given.TEAM_ADDRESSES === null)
    return ["TEAM_ADDRESSES is needed with MODE=team: who may be written to"];
  if (given.MODE !== "live") return [];
  return [
    ...(given.PUBLIC_URL === null ? ["PUBLIC_URL is needed with MODE=live: where providers reach us"] : []),
    ...(given.SECRET_KEY === null
      ? ["SECRET_KEY is needed with MODE=live: 32 characters or more, kept apart from the database"]
      : []),
    ...(given.TELEGRAM_BOT_TOKEN !== null && given.TELEGRAM_WEBHOOK_SECRET === null
      ? ["TELEGRAM_WEBHOOK_SECRET is needed with MODE=live: it tells Telegram's requests from forged ones"]
      : []),
    ...(given.TWILIO_ACCOUNT_SID === null && given.TELEGRAM_BOT_TOKEN === null
      ? ["MODE=live needs a provider: set the TWILIO_ variables or TELEGRAM_BOT_TOKEN"]
      : []),
  ];
}
