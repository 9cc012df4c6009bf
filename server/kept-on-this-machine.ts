import type { Channel } from "../bot/channels/channel.ts";

/** A real sender in `MODE=sim`: what it would send is taken as sent and never leaves. It can be read at /sim/messages. */
export const keptOnThisMachine = (
  { kind, account, capabilities }: Channel,
  newId: () => string,
): Channel => ({
  kind,
  account,
  capabilities,
  messagesPerSecond: null,
  send: async () => ({ kind: "accepted", providerId: newId() }),
});
