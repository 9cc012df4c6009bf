import type { ParsedInbound } from "../bot/channels/parsed-inbound.ts";
import { parseTelegramUpdate } from "../bot/channels/telegram/parse-update.ts";
import { receiveInbound } from "../bot/inbound/receive-inbound.ts";
import type { Runtime } from "../bot/runtime.ts";

/** Takes one update in, however it came; durable when it settles. */
export function telegramReceiver(
  runtime: Runtime,
  account: string,
): (update: unknown, requestId: string) => Promise<ParsedInbound> {
  const receive = receiveInbound(runtime);
  return async (update, requestId) => {
    const parsed = parseTelegramUpdate(update, account);
    if (parsed.kind === "refused") {
      runtime.log.warn({ requestId, account, reason: parsed.reason }, "an update held no message");
      return parsed;
    }
    await receive(parsed.messages, requestId);
    // Not waited for: a button that spins a moment longer is no reason to keep Telegram waiting.
    const acknowledge = runtime.channels.get(account)?.acknowledge;
    for (const message of parsed.messages) if (message.kind === "choice") void acknowledge?.(message);
    return parsed;
  };
}
