import type { InboundKind, InboundMessage } from "../../../domain/inbound-message.ts";
import { type ParsedInbound, refused } from "../parsed-inbound.ts";
import { receivedText } from "../received-text.ts";
import { type FormParameters, firstValue } from "./form-parameters.ts";
import { readTwilioAddress, type TwilioAccounts } from "./sender.ts";

/** Set when Advanced Opt-Out has matched: Twilio has then answered already. https://www.twilio.com/docs/messaging/tutorials/advanced-opt-out */
const optOutKinds: ReadonlyMap<string, InboundKind> = new Map([
  ["STOP", "opt_out"],
  ["START", "opt_in"],
  ["HELP", "help"],
]);

/** What we read; the rest of the request is kept as `unread`. */
const readNames: ReadonlySet<string> = new Set([
  "MessageSid",
  "From",
  "Body",
  "OptOutType",
  "ButtonPayload",
  "ButtonText",
  "ListId",
  "ListTitle",
]);

const contactTypes: ReadonlySet<string> = new Set(["text/vcard", "text/x-vcard", "text/directory"]);

/** `MessageType` of WhatsApp for what we cannot make anything of. */
const silentTypes: ReadonlySet<string> = new Set(["reaction", "unsupported", "system", "order"]);

/** A number, a short code, a name of letters, a WhatsApp user id: none is long, and none has a control character in it. */
const addressShape = /^[\x20-\x7e]{1,80}$/;

const unreadOf = (parameters: FormParameters): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(parameters).filter(([name]) => !readNames.has(name)));

function kindOf(parameters: FormParameters): InboundKind {
  const has = (name: string) => firstValue(parameters, name) !== undefined;
  const optOut = optOutKinds.get(firstValue(parameters, "OptOutType")?.toUpperCase() ?? "");
  const messageType = firstValue(parameters, "MessageType")?.toLowerCase() ?? "";
  if (optOut !== undefined) return optOut;
  if (has("ButtonPayload") || has("ListId")) return "choice";
  if (has("Latitude") && has("Longitude")) return "location";
  if (contactTypes.has(firstValue(parameters, "MediaContentType0") ?? "") || messageType === "contacts")
    return "contact";
  if (Number(firstValue(parameters, "NumMedia") ?? 0) > 0) return "media";
  return silentTypes.has(messageType) ? "unsupported" : "text";
}

/**
 * Reads a message that a person sent by SMS or WhatsApp from Twilio's form parameters.
 *
 * A location, a contact card and media stay where Twilio put them, in `unread` (`Latitude`, `MediaUrl0`, ...), as does
 * the business-scoped user id of WhatsApp (`ExternalUserId`).
 *
 * @see https://www.twilio.com/docs/messaging/guides/webhook-request
 */
export function parseTwilioInbound(parameters: FormParameters, accounts: TwilioAccounts): ParsedInbound {
  const providerId = firstValue(parameters, "MessageSid") ?? firstValue(parameters, "SmsMessageSid");
  const from = firstValue(parameters, "From");
  if (providerId === undefined) return refused("an inbound message without MessageSid");
  if (from === undefined) return refused("an inbound message without From");
  if (!addressShape.test(from)) return refused("an inbound message whose From is no address");
  // A delivery report sent to the wrong address would make our own number a member.
  if (firstValue(parameters, "MessageStatus") !== undefined)
    return refused("a delivery report, not a message");

  const address = readTwilioAddress(from);
  if (address === null) return refused("a message through a channel we do not speak");

  const kind = kindOf(parameters);
  const choice = firstValue(parameters, "ButtonPayload") ?? firstValue(parameters, "ListId") ?? null;
  const label = firstValue(parameters, "ButtonText") ?? firstValue(parameters, "ListTitle");
  const body = firstValue(parameters, "Body");
  const message: InboundMessage = {
    account: accounts[address.channel],
    providerId,
    kind,
    from: address,
    text: receivedText(kind === "choice" ? (label ?? body) : body),
    choice: kind === "choice" ? choice : null,
    providerAnswered: kind === "opt_out" || kind === "opt_in" || kind === "help",
    unread: unreadOf(parameters),
  };
  return { kind: "messages", messages: [message] };
}
