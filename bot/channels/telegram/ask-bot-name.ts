import { botApi, type TelegramOptions } from "./bot-api.ts";

/** How long Telegram may take, in seconds. */
const patienceSeconds = 5;

/** The user name of the bot with this token; null where Telegram cannot be asked now. */
export const askBotName = (options: TelegramOptions): Promise<string | null> =>
  botApi(options, patienceSeconds)
    .getMe()
    .then(
      ({ username }) => username,
      () => null,
    );
