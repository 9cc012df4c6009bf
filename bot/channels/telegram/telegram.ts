import type { Address } from "../../../domain/address.ts";
import type { InboundMessage } from "../../../domain/inbound-message.ts";
import { choiceRowsOf, type Payload } from "../../../domain/payload.ts";
import type { SendOutcome } from "../../../domain/send-outcome.ts";
import { telegram } from "../capabilities.ts";
import type { Channel } from "../channel.ts";
import { botApi, type TelegramOptions, telegramAccount } from "./bot-api.ts";
import { readTelegramFailure } from "./read-failure.ts";

/** Telegram's own limit for many chats at once. https://core.telegram.org/bots/faq#broadcasting-to-users */
const messagesPerSecond = 30;

const sendTimeoutSeconds = 10;
/** The page of the person waits for nothing else; a spinner that stops late is better than a worker that hangs. */
const acknowledgeTimeoutSeconds = 3;

const markupOf = (payload: Payload) => {
  const rows = choiceRowsOf(payload);
  if (rows.length === 0) return {};
  const inline_keyboard = rows.map((row) => row.map(({ id, label }) => ({ text: label, callback_data: id })));
  return { reply_markup: { inline_keyboard } };
};

/** A bot as a channel. Telegram cannot be asked what it took, so there is no `lookUp`; nor what was missed: it keeps updates itself. */
export function telegramBot(options: TelegramOptions): Channel {
  const api = botApi(options, sendTimeoutSeconds);
  const quickApi = botApi(options, acknowledgeTimeoutSeconds);

  const send = async (payload: Payload, to: Address): Promise<SendOutcome> => {
    try {
      // No parse mode: what a person wrote is never read as markup.
      const sent = await api.sendMessage(to.identifier, payload.text, {
        link_preview_options: { is_disabled: true },
        ...markupOf(payload),
      });
      // A message id counts within its chat only.
      return { kind: "accepted", providerId: `${to.identifier}/${sent.message_id}` };
    } catch (error) {
      return readTelegramFailure(error);
    }
  };

  const acknowledge = async (message: InboundMessage): Promise<void> => {
    const id = message.unread.callback_query_id;
    if (typeof id !== "string") return;
    // Too late or unreachable: the spinner stops by itself, and the answer comes as a message anyway.
    await quickApi.answerCallbackQuery(id).catch(() => undefined);
  };

  return {
    kind: "telegram",
    account: telegramAccount(options.token),
    capabilities: telegram,
    messagesPerSecond,
    send,
    acknowledge,
  };
}
