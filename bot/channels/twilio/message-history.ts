import type { InboundMessage } from "../../../domain/inbound-message.ts";
import type { LookUpOutcome } from "../../../domain/send-outcome.ts";
import type { LookUpQuestion } from "../channel.ts";
import { numberedText } from "../numbered-text.ts";
import { ProviderUnreachable } from "../provider-unreachable.ts";
import { receivedText } from "../received-text.ts";
import type { TwilioSender } from "./create-message.ts";
import { readTwilioFailure } from "./read-failure.ts";
import { readTwilioAddress, twilioAccount, twilioNumber } from "./sender.ts";

/** The largest page Twilio gives. https://www.twilio.com/docs/messaging/api/message-resource */
const pageSize = 1000;

/** How far Twilio's clock and ours may be apart, in milliseconds; `taken` keeps a wider net from catching old messages. */
const clockTolerance = 60_000;

/** Put before every text by an account on trial. https://www.twilio.com/docs/usage/tutorials/how-to-use-your-free-trial-account */
const trialPrefix = "Sent from your Twilio trial account - ";

const normal = (text: string): string => text.replaceAll(/\s+/g, " ").trim();

const isNotBefore = (date: Date | null | undefined, since: Date): boolean =>
  // A message without a readable date may be ours; calling it absent could send it twice.
  date === null || date === undefined || !(date.getTime() < since.getTime() - clockTolerance);

/**
 * Asks Twilio whether it took a message whose answer was lost.
 *
 * Compared are receiver, sender, text and time of creation. Twilio's own filter is by the time of *sending*, which a
 * message still in its queue does not have, so the pair's newest thousand messages are read instead.
 */
export async function lookUpMessage(sender: TwilioSender, question: LookUpQuestion): Promise<LookUpOutcome> {
  const { payload, since, taken } = question;
  const wanted = new Set(
    [payload.text, numberedText(payload)].flatMap((text) => [normal(text), normal(trialPrefix + text)]),
  );
  try {
    const client = await sender.client();
    const messages = await client.messages.list({
      to: twilioNumber(sender.channel, question.to.identifier),
      from: twilioNumber(sender.channel, sender.number),
      pageSize,
      limit: pageSize,
    });
    const found = messages
      .filter((message) => message.direction.startsWith("outbound") && !taken.has(message.sid))
      .filter((message) => isNotBefore(message.dateCreated, since) && wanted.has(normal(message.body ?? "")))
      .sort((one, other) => (one.dateCreated?.getTime() ?? 0) - (other.dateCreated?.getTime() ?? 0))
      .at(0);
    return found === undefined
      ? { kind: "absent" }
      : { kind: "found", providerId: found.sid, status: found.status };
  } catch (error) {
    return { kind: "no_answer", detail: readTwilioFailure(error).detail };
  }
}

/**
 * Lists what people sent to this number since then, oldest first, with the same ids as their webhooks had.
 *
 * Twilio does not keep which button was tapped: such a reply comes back as the text of its label.
 *
 * @throws {ProviderUnreachable} when Twilio does not answer with a list
 */
export async function listMissed(sender: TwilioSender, since: Date): Promise<readonly InboundMessage[]> {
  const account = twilioAccount(sender.channel, sender.number);
  // Twilio counts in whole seconds.
  const from = new Date(Math.floor(since.getTime() / 1000) * 1000);
  try {
    const client = await sender.client();
    const to = twilioNumber(sender.channel, sender.number);
    const messages = await client.messages.list({ to, dateSentAfter: from, pageSize });
    return messages
      .toReversed() // Twilio lists the newest first, and within one second only that order tells.
      .filter((message) => message.direction === "inbound" && !(message.dateSent < from))
      .sort((one, other) => one.dateSent.getTime() - other.dateSent.getTime())
      .flatMap((message): InboundMessage[] => {
        const address = readTwilioAddress(message.from);
        if (address === null) return [];
        return [
          {
            account,
            providerId: message.sid,
            kind: Number(message.numMedia) > 0 ? "media" : "text",
            from: address,
            text: receivedText(message.body),
            choice: null,
            providerAnswered: false,
            unread: { caughtUp: true, NumMedia: message.numMedia },
          },
        ];
      });
  } catch (error) {
    throw new ProviderUnreachable(account, "listing missed messages", readTwilioFailure(error).detail);
  }
}
