import type { Address } from "../../../domain/address.ts";

/** The two channels that Twilio carries for us. */
export type TwilioChannelKind = "sms" | "whatsapp";

/** Which `account` of ours a request of Twilio is about, by the channel it came through. */
export type TwilioAccounts = Readonly<Record<TwilioChannelKind, string>>;

const prefix = "whatsapp:";

/** Names one of our senders at Twilio; the number may be written with or without `whatsapp:`. */
export const twilioAccount = (channel: TwilioChannelKind, number: string): string =>
  `twilio-${channel}:${number.startsWith(prefix) ? number.slice(prefix.length) : number}`;

/**
 * Writes an identifier as Twilio wants it: `whatsapp:+15550001111`, and plain for SMS.
 *
 * @see https://www.twilio.com/docs/messaging/channels
 */
export const twilioNumber = (channel: TwilioChannelKind, identifier: string): string =>
  channel === "whatsapp" && !identifier.startsWith(prefix) ? `${prefix}${identifier}` : identifier;

/** Reads Twilio's way of writing an address; null for a channel we do not speak (`messenger:`, `rcs:`). */
export function readTwilioAddress(
  written: string,
): (Address & { readonly channel: TwilioChannelKind }) | null {
  if (written.startsWith(prefix)) return { channel: "whatsapp", identifier: written.slice(prefix.length) };
  return written.includes(":") ? null : { channel: "sms", identifier: written };
}
