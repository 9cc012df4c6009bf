import type { Address } from "../../../domain/address.ts";
import type { SendOutcome } from "../../../domain/send-outcome.ts";
import type { SendReference } from "../channel.ts";
import type { TwilioClient } from "./client.ts";
import { readTwilioFailure } from "./read-failure.ts";
import { type TwilioChannelKind, twilioNumber } from "./sender.ts";

/** One number of ours at Twilio, on one channel. */
export interface TwilioSender {
  readonly client: TwilioClient;
  readonly channel: TwilioChannelKind;
  /** E.164, a short code or an alphanumeric name. */
  readonly number: string;
  /** Where Twilio can reach us; null on a machine without a public address: then no receipts come. */
  readonly publicUrl: string | null;
}

/** What is in a message: text, or a template of the provider's with its variables. */
export type TwilioContent =
  | { readonly body: string }
  | { readonly contentSid: string; readonly contentVariables?: string };

/**
 * The address Twilio reports to, with our own message id in it: so a report that comes before the answer, or instead of
 * it, still finds its message.
 */
const statusCallback = (publicUrl: string, { messageId, part }: SendReference): string =>
  `${publicUrl.replace(/\/+$/, "")}/webhooks/twilio/status?m=${encodeURIComponent(messageId)}${
    part === 1 ? "" : `&p=${part}`
  }`;

/** Asks Twilio to send one message, once. Never throws. */
export async function createMessage(
  sender: TwilioSender,
  content: TwilioContent,
  to: Address,
  reference: SendReference,
): Promise<SendOutcome> {
  try {
    const client = await sender.client();
    const callback =
      sender.publicUrl === null ? {} : { statusCallback: statusCallback(sender.publicUrl, reference) };
    const message = await client.messages.create({
      ...content,
      ...callback,
      from: twilioNumber(sender.channel, sender.number),
      to: twilioNumber(sender.channel, to.identifier),
    });
    if (message.sid) return { kind: "accepted", providerId: message.sid };
    return { kind: "unknown", detail: "Twilio answered with success but without a MessageSid" };
  } catch (error) {
    return readTwilioFailure(error);
  }
}
