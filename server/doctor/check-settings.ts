import type { Config, Mode } from "../config/config.ts";
import { bad, type Check, good } from "./check.ts";

const meanings: Readonly<Record<Mode, string>> = {
  sim: "nothing leaves this machine",
  team: "only listed addresses are written to",
  live: "messages reach real people",
};

/** Whether messages may leave the machine. */
export const modeCheck: Check = {
  name: "Mode",
  look: ({ config }) => good(`${config.mode}: ${meanings[config.mode]}`),
};

/** The address under which providers reach our webhooks; what is sent there must not be readable on the way. */
export const publicUrlCheck: Check = {
  name: "Public address",
  look: ({ config }) => {
    const { mode, publicUrl } = config;
    const { protocol, hostname } = new URL(publicUrl);
    if (mode === "sim") return good(`${publicUrl}; not needed in this mode`);
    if (hostname === "localhost") return good("none; providers are asked instead of telling us");
    return protocol === "https:"
      ? good(publicUrl)
      : bad("PUBLIC_URL must begin with https://, or webhooks could be read on the way");
  },
};

/** Which of Twilio's senders are set up. */
export const twilioCheck: Check = {
  name: "Twilio (SMS, WhatsApp)",
  look: ({ config }) => good(config.twilio === null ? notSetUp(config) : sendersOf(config.twilio)),
};

/** How Telegram reaches us, where it is set up. */
export const telegramCheck: Check = {
  name: "Telegram",
  look: ({ config }) => good(config.telegram === null ? notSetUp(config) : `by ${config.telegram.delivery}`),
};

const notSetUp = ({ mode }: Config): string =>
  mode === "sim" ? "not set up; not needed in this mode" : "not set up";

const sendersOf = ({ smsFrom, whatsappFrom }: NonNullable<Config["twilio"]>): string =>
  [smsFrom === null ? [] : ["SMS"], whatsappFrom === null ? [] : ["WhatsApp"]].flat().join(" and ");
