import type { Channel } from "../bot/channels/channel.ts";
import { simulators } from "../bot/channels/simulator/simulator.ts";
import { telegramBot } from "../bot/channels/telegram/telegram.ts";
import { twilioClient } from "../bot/channels/twilio/client.ts";
import type { ContentStore } from "../bot/channels/twilio/content.ts";
import { twilioSms } from "../bot/channels/twilio/sms.ts";
import { twilioWhatsapp } from "../bot/channels/twilio/whatsapp.ts";
import type { Store } from "../prisma/store.ts";
import type { Config } from "./config/config.ts";
import { isLoopback } from "./config/is-loopback.ts";
import { contentStore } from "./content-store.ts";
import { keptOnThisMachine } from "./kept-on-this-machine.ts";
import { onlyToTeam } from "./only-to-team.ts";

/**
 * Our senders, by account, as the mode allows: in `sim` the handsets, and of the real providers only what is on this
 * machine; in `team` everybody but those on the list is refused.
 */
export function openChannels(
  config: Config,
  store: Store,
  newId: () => string,
): ReadonlyMap<string, Channel> {
  const real = [...twilioChannels(config, contentStore(store)), ...telegramChannels(config)];
  const channels =
    config.mode === "sim"
      ? [
          ...simulators(newId),
          ...real.map(([channel, isLocal]) => (isLocal ? channel : keptOnThisMachine(channel, newId))),
        ]
      : config.mode === "team"
        ? real.map(([channel]) => onlyToTeam(channel, config.teamAddresses))
        : real.map(([channel]) => channel);
  return new Map(channels.map((channel) => [channel.account, channel]));
}

/** A channel, and whether its provider is on this machine. */
type Placed = readonly [channel: Channel, isLocal: boolean];

function twilioChannels({ twilio, publicUrl }: Config, contents: ContentStore): readonly Placed[] {
  if (twilio === null) return [];
  const { accountSid, tokens, apiBase, smsFrom, whatsappFrom, templates } = twilio;
  const client = twilioClient({ accountSid, authToken: tokens[0], apiBase });
  const isLocal = isLoopback(apiBase);
  const sms =
    smsFrom === null
      ? []
      : [twilioSms({ client, from: smsFrom, publicUrl, messagesPerSecond: twilio.smsPerSecond })];
  const whatsapp =
    whatsappFrom === null
      ? []
      : [
          twilioWhatsapp({
            client,
            from: whatsappFrom,
            publicUrl,
            messagesPerSecond: twilio.whatsappPerSecond,
            contents,
            templates,
          }),
        ];
  return [...sms, ...whatsapp].map((channel) => [channel, isLocal]);
}

const telegramChannels = ({ telegram }: Config): readonly Placed[] =>
  telegram === null
    ? []
    : [[telegramBot({ token: telegram.token, apiRoot: telegram.apiRoot }), isLoopback(telegram.apiRoot)]];
