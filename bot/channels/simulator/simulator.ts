import { type ChannelKind, channelKinds } from "../../../domain/address.ts";
import type { Capabilities } from "../../../domain/capabilities.ts";
import { smsTwoWay, telegram, whatsapp } from "../capabilities.ts";
import type { Channel } from "../channel.ts";
import { magicOutcome } from "./magic-recipients.ts";

const imitated: Readonly<Record<ChannelKind, Capabilities>> = { sms: smsTwoWay, whatsapp, telegram };

/** Names the simulated sender of a channel: `sim-sms`, `sim-whatsapp`, `sim-telegram`. */
export const simulatorAccount = (kind: ChannelKind): string => `sim-${kind}`;

/**
 * A handset on the page instead of a network: it can what the channel can that it imitates, and takes every message at
 * once, except for the magic recipients. What it took is read from our own outbox.
 */
export const simulator = (kind: ChannelKind, newId: () => string): Channel => ({
  kind,
  account: simulatorAccount(kind),
  capabilities: imitated[kind],
  messagesPerSecond: null,
  send: async (_payload, to) => magicOutcome(to.identifier) ?? { kind: "accepted", providerId: newId() },
});

/** All three handsets. */
export const simulators = (newId: () => string): readonly Channel[] =>
  channelKinds.map((kind) => simulator(kind, newId));
