import type { MessageStatus } from "../../../domain/delivery-status.ts";
import type { Receipt } from "../../../domain/receipt.ts";
import { refused } from "../parsed-inbound.ts";
import { readTwilioCode } from "./errors.ts";
import { type FormParameters, firstValue } from "./form-parameters.ts";
import { readTwilioAddress, type TwilioAccounts } from "./sender.ts";

/**
 * Twilio's words for the state of an outbound message, in ours.
 *
 * Source: `message_enum_status` of https://github.com/twilio/twilio-oai (twilio_api_v2010.json) and
 * https://www.twilio.com/docs/messaging/guides/outbound-message-status-in-status-callbacks. `partially_delivered` is left
 * out: it is said of group messages, which we never send.
 */
const twilioStatuses: ReadonlyMap<string, MessageStatus> = new Map([
  ["accepted", "queued"],
  ["scheduled", "queued"],
  ["queued", "queued"],
  ["sending", "sending"],
  ["sent", "sent"],
  ["delivered", "delivered"],
  ["read", "read"],
  ["undelivered", "undeliverable"],
  ["failed", "failed"],
  ["canceled", "cancelled"],
] as const);

/** A delivery report, or why a request is none. */
export type ParsedReceipt =
  | { readonly kind: "receipt"; readonly receipt: Receipt }
  | { readonly kind: "refused"; readonly reason: string };

const statusOf = (word: string, code: string | undefined): MessageStatus | null => {
  const status = twilioStatuses.get(word.toLowerCase()) ?? null;
  return status === "failed" && readTwilioCode(code) === "expired" ? "expired" : status;
};

/**
 * Reads a status callback: its form parameters, and the query we put on its address (`m` our message id, `p` the part).
 *
 * A word we do not know gives a receipt with status null, so that it is kept and answered with success.
 */
export function parseTwilioReceipt(
  parameters: FormParameters,
  query: FormParameters,
  accounts: TwilioAccounts,
): ParsedReceipt {
  const providerId = firstValue(parameters, "MessageSid") ?? firstValue(parameters, "SmsSid");
  const word = firstValue(parameters, "MessageStatus") ?? firstValue(parameters, "SmsStatus");
  if (providerId === undefined) return refused("a delivery report without MessageSid");
  if (word === undefined) return refused("a delivery report without MessageStatus");

  // The sender tells the channel; where it is missing (a messaging service chose it), the receiver does.
  const ours = firstValue(parameters, "From") ?? firstValue(parameters, "To") ?? "";
  const code = firstValue(parameters, "ErrorCode");
  const part = Number(firstValue(query, "p") ?? 1);
  return {
    kind: "receipt",
    receipt: {
      account: accounts[readTwilioAddress(ours)?.channel ?? "sms"],
      messageId: firstValue(query, "m") ?? null,
      part: Number.isSafeInteger(part) && part > 0 ? part : 1,
      providerId,
      providerStatus: word,
      status: statusOf(word, code),
      code: code ?? null,
    },
  };
}
