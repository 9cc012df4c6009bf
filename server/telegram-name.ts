import { askBotName } from "../bot/channels/telegram/ask-bot-name.ts";
import type { Config } from "./config/config.ts";
import { isLoopback } from "./config/is-loopback.ts";

/** The bot that stands in for ours on the handsets of `MODE=sim`. */
const simulatedName = "migrant_union_sim_bot";

/** Our bot's user name at Telegram: as configured, else as Telegram says; null where there is no bot, or none that answers. */
export async function telegramName({
  telegram,
  mode,
}: Pick<Config, "telegram" | "mode">): Promise<string | null> {
  if (telegram?.botName != null) return telegram.botName;
  if (mode === "sim" && !isLoopback(telegram?.apiRoot ?? null)) return simulatedName;
  return telegram === null ? null : askBotName(telegram);
}
