import { TelegramServer } from "telegram-test-api/lib/telegramServer.js";
import { z } from "zod";
import { freePort } from "./free-port.ts";
import { type Phone, phoneOn } from "./phone.ts";
import type { Settings } from "./run-service.ts";

const token = "123456:AAtest-token-that-is-secret";

const button = z.object({ text: z.string(), callback_data: z.string() });
const shown = z.object({
  chat_id: z.union([z.string(), z.number()]),
  text: z.string(),
  reply_markup: z.object({ inline_keyboard: z.array(z.array(button)) }).optional(),
});

/** A person's Telegram: a phone whose buttons can be tapped. */
export interface TelegramPhone extends Phone {
  /** Taps the button with that label under the newest message that has one, which may be an old message. */
  taps(label: string): Promise<void>;
  /** The labels of the buttons under the newest message, row by row. */
  buttons(): readonly (readonly string[])[];
}

/** A Telegram that nobody here wrote (the `telegram-test-api` package), with our bot at it. */
export interface TelegramCounterpart {
  readonly url: string;
  readonly token: string;
  readonly settings: Settings;
  phone(chatId: number): TelegramPhone;
  /** The texts that reached a chat, oldest first. */
  textsTo(chatId: number): readonly string[];
  close(): Promise<void>;
}

export async function telegramCounterpart(): Promise<TelegramCounterpart> {
  const server = new TelegramServer({ port: await freePort(), host: "127.0.0.1" });
  await server.start();
  const url = server.config.apiURL;
  const shownTo = (chatId: number): readonly z.infer<typeof shown>[] =>
    server.storage.botMessages
      .map(({ message }) => shown.parse(message))
      .filter(({ chat_id }) => String(chat_id) === String(chatId));
  return {
    url,
    token,
    settings: { TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: url },
    textsTo: (chatId) => shownTo(chatId).map(({ text }) => text),
    phone: (chatId) => {
      const client = server.getClient(token, { chatId, userId: chatId, firstName: "Somebody" });
      const keyboards = () => shownTo(chatId).map((message) => message.reply_markup?.inline_keyboard ?? []);
      return {
        ...phoneOn({
          send: (text) =>
            text.startsWith("/")
              ? client.sendCommand(client.makeCommand(text))
              : client.sendMessage(client.makeMessage(text)),
          received: () => shownTo(chatId).map(({ text }) => text),
        }),
        buttons: () => (keyboards().at(-1) ?? []).map((row) => row.map(({ text }) => text)),
        taps: async (label) => {
          const tapped = keyboards()
            .toReversed()
            .flat(2)
            .find(({ text }) => text === label);
          if (tapped === undefined) throw new Error(`There is no button "${label}".`);
          await client.sendCallback(client.makeCallbackQuery(tapped.callback_data));
        },
      };
    },
    close: async () => {
      await server.stop();
    },
  };
}
