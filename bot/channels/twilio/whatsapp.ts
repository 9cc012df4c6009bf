import type { Address } from "../../../domain/address.ts";
import type { Payload } from "../../../domain/payload.ts";
import type { SendOutcome } from "../../../domain/send-outcome.ts";
import { whatsapp } from "../capabilities.ts";
import type { Channel, SendReference } from "../channel.ts";
import { numberedText } from "../numbered-text.ts";
import type { TwilioClient } from "./client.ts";
import { type ContentStore, contentFinder, type InteractivePayload } from "./content.ts";
import { createMessage, type TwilioContent, type TwilioSender } from "./create-message.ts";
import { listMissed, lookUpMessage } from "./message-history.ts";
import { twilioAccount } from "./sender.ts";

/** One WhatsApp sender of ours at Twilio. */
export interface TwilioWhatsappOptions {
  readonly client: TwilioClient;
  /** E.164, with or without `whatsapp:`. */
  readonly from: string;
  readonly publicUrl: string | null;
  /** 80 by default, see https://www.twilio.com/docs/whatsapp/api; null: no limit of ours. */
  readonly messagesPerSecond: number | null;
  readonly contents: ContentStore;
  /** The approved templates: our name and language (`templateKey`) to Twilio's id (`HX...`). */
  readonly templates: ReadonlyMap<string, string>;
}

/** How a template is looked up: `job-alert/ar`. */
export const templateKey = (template: string, language: string): string => `${template}/${language}`;

/** Without a template nothing may be said after 24 hours; Twilio would answer the same, later and for money. */
const noTemplate = (template: string, language: string): SendOutcome => ({
  kind: "refused",
  refusal: "window_closed",
  code: "no template",
  detail: `no approved template ${templateKey(template, language)}`,
});

/** Sends and looks up WhatsApp messages through Twilio. */
export function twilioWhatsapp(options: TwilioWhatsappOptions): Channel {
  const { client, publicUrl, templates } = options;
  const sender: TwilioSender = { client, channel: "whatsapp", number: options.from, publicUrl };
  const findContent = contentFinder(client, options.contents);

  const sendChoices = async (
    payload: InteractivePayload,
    send: (content: TwilioContent) => Promise<SendOutcome>,
  ): Promise<SendOutcome> => {
    const contentSid = await findContent(payload);
    if (contentSid === null) return send({ body: numberedText(payload) });
    const outcome = await send({ contentSid, contentVariables: JSON.stringify({ "1": payload.text }) });
    // Refused for its form and so certainly not sent: say it in plain text rather than not at all.
    const isFormRefused = outcome.kind === "refused" && outcome.refusal === "template";
    return isFormRefused ? send({ body: numberedText(payload) }) : outcome;
  };

  const send = (payload: Payload, to: Address, reference: SendReference): Promise<SendOutcome> => {
    const create = (content: TwilioContent) => createMessage(sender, content, to, reference);
    if (payload.kind === "buttons" || payload.kind === "list") return sendChoices(payload, create);
    if (payload.kind !== "template") return create({ body: numberedText(payload) });
    const contentSid = templates.get(templateKey(payload.template, payload.language));
    return contentSid === undefined
      ? Promise.resolve(noTemplate(payload.template, payload.language))
      : create({ contentSid });
  };

  return {
    kind: "whatsapp",
    account: twilioAccount("whatsapp", options.from),
    capabilities: whatsapp,
    messagesPerSecond: options.messagesPerSecond,
    send,
    lookUp: (question) => lookUpMessage(sender, question),
    missedSince: (since) => listMissed(sender, since),
  };
}
