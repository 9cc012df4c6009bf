import type { Config } from "./config/config.ts";

const meanings = {
  sim: "Simulation: nothing leaves this machine.",
  team: "Team mode: only the listed addresses are written to.",
  live: "LIVE: messages reach real people.",
} as const;

/** What a person who has just started the service must know: what it may do, and where to look. */
export function banner({ mode, role, telegram, twilio }: Config, url: string | null): string {
  const lines = [
    "",
    "  Migrant Union",
    `  ${meanings[mode]}`,
    ...(url === null ? [`  This process works (ROLE=${role}); it serves no pages.`] : []),
    ...(url !== null && mode === "sim"
      ? [`  Begin here:  ${url}/`, `  Three phones to try it on:  ${url}/sim`]
      : []),
    ...(url !== null && mode !== "sim" ? [`  Listening on ${url}`] : []),
    ...(twilio === null
      ? []
      : [
          `  Twilio: ${[twilio.smsFrom && "SMS", twilio.whatsappFrom && "WhatsApp"].filter(Boolean).join(", ")}`,
        ]),
    ...(telegram === null ? [] : [`  Telegram: by ${telegram.delivery}`]),
    "",
  ];
  return lines.join("\n");
}
