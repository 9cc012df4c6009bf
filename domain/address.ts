/** The kinds of channel a member can write through; the simulator imitates each of them. */
export const channelKinds = ["sms", "whatsapp", "telegram"] as const;
export type ChannelKind = (typeof channelKinds)[number];

/** Where a message comes from or goes to: one identifier on one channel. A family may share it. */
export interface Address {
  readonly channel: ChannelKind;
  /** SMS: E.164 (`+905550001122`). WhatsApp: E.164, or the business-scoped user id. Telegram: the chat id in digits. */
  readonly identifier: string;
}
