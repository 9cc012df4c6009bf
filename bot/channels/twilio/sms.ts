import { smsOneWay, smsTwoWay } from "../capabilities.ts";
import type { Channel } from "../channel.ts";
import { numberedText } from "../numbered-text.ts";
import type { TwilioClient } from "./client.ts";
import { createMessage, type TwilioSender } from "./create-message.ts";
import { listMissed, lookUpMessage } from "./message-history.ts";
import { twilioAccount } from "./sender.ts";

/** One SMS sender of ours at Twilio. */
export interface TwilioSmsOptions {
  readonly client: TwilioClient;
  /** E.164, a short code, or up to 11 letters where nobody can reply. */
  readonly from: string;
  readonly publicUrl: string | null;
  /** Twilio's rate for this kind of number, see https://www.twilio.com/docs/messaging/services; null: no limit of ours. */
  readonly messagesPerSecond: number | null;
}

/** Sends and looks up SMS through Twilio; a sender with letters in its name cannot be answered. */
export function twilioSms({ client, from, publicUrl, messagesPerSecond }: TwilioSmsOptions): Channel {
  const sender: TwilioSender = { client, channel: "sms", number: from, publicUrl };
  return {
    kind: "sms",
    account: twilioAccount("sms", from),
    capabilities: /[A-Za-z]/.test(from) ? smsOneWay : smsTwoWay,
    messagesPerSecond,
    send: (payload, to, reference) => createMessage(sender, { body: numberedText(payload) }, to, reference),
    lookUp: (question) => lookUpMessage(sender, question),
    missedSince: (since) => listMissed(sender, since),
  };
}
