import { TelegramServer } from "telegram-test-api/lib/telegramServer.js";
import { z } from "zod";
import { freePort } from "../service/free-port.ts";
import type { Chance } from "./chance.ts";
import { deliverUntilTaken } from "./deliver-until-taken.ts";
import { type Answered, type Asked, faultyLine, noFaults } from "./faulty-line.ts";
import type { Deliveries, Provider } from "./provider.ts";

const token = "700000001:chaos-test-token";
const secret = "chaos-test-secret";

const sentMessage = z.object({
  chat_id: z.union([z.string(), z.number()]).transform(String),
  text: z.string(),
});

/**
 * A Telegram that nobody here wrote (the `telegram-test-api` package), at the end of a line on which things go wrong. It
 * cannot be asked what it took. Updates are brought by us, until they are answered with 200, as Telegram does: the
 * package gives up after one try.
 */
export async function faultyTelegram(serviceUrl: string, chance: Chance): Promise<Provider> {
  const telegram = new TelegramServer({ port: await freePort(), host: "127.0.0.1", storage: "RAM" });
  await telegram.start();
  const deliveries: Deliveries = { accepted: new Set(), tries: 0 };
  let faults = noFaults;
  let arrives = (_address: string, _text: string): void => undefined;
  let updates = 0;

  const provide = async (asked: Asked): Promise<Answered> => {
    const answer = await passOn(telegram.config.apiURL, asked);
    if (asked.path.endsWith("/sendMessage") && answer.status === 200) {
      const { chat_id, text } = sentMessage.parse(JSON.parse(asked.body));
      arrives(chat_id, text);
    }
    return answer;
  };
  const line = await faultyLine(
    ({ path }) => (path.endsWith("/sendMessage") ? faults : noFaults),
    chance,
    provide,
  );
  return {
    settings: {
      PUBLIC_URL: serviceUrl,
      TELEGRAM_BOT_TOKEN: token,
      TELEGRAM_WEBHOOK_SECRET: secret,
      TELEGRAM_API_ROOT: line.url,
    },
    canBeAsked: false,
    line,
    deliveries,
    addressOf: (member) => String(900_000_000 + member),
    suffer: (now) => {
      faults = now;
    },
    onArrival: (listener) => {
      arrives = listener;
    },
    deliver: async (address, text) => {
      updates += 1;
      const update = updateOf(updates, Number(address), text);
      const post = async (): Promise<number> => {
        const response = await fetch(`${serviceUrl}/webhooks/telegram`, {
          method: "POST",
          headers: { "content-type": "application/json", "x-telegram-bot-api-secret-token": secret },
          body: JSON.stringify(update),
        });
        await response.text();
        return response.status;
      };
      await deliverUntilTaken(`update-${update.update_id}`, post, deliveries, chance);
    },
    close: async () => {
      await line.close();
      await telegram.stop();
    },
  };
}

/** What Telegram sends of a message in a private chat (https://core.telegram.org/bots/api#update). */
const updateOf = (update: number, chat: number, text: string) => ({
  update_id: update,
  message: {
    message_id: update,
    date: Math.floor(Date.now() / 1_000),
    chat: { id: chat, type: "private", first_name: "Amal" },
    from: { id: chat, is_bot: false, first_name: "Amal" },
    text,
  },
});

async function passOn(url: string, asked: Asked): Promise<Answered> {
  const response = await fetch(`${url}${asked.path}`, {
    method: asked.method,
    headers: { "content-type": asked.contentType },
    ...(asked.method === "GET" ? {} : { body: asked.body }),
  });
  return { status: response.status, body: await response.text() };
}
