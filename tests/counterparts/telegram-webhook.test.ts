import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ForwardingProxy, forwardingProxy } from "../service/forwarding-proxy.ts";
import { freePort } from "../service/free-port.ts";
import { type RunningService, runService } from "../service/run-service.ts";
import { type TelegramCounterpart, telegramCounterpart } from "../service/telegram-counterpart.ts";
import { until } from "../service/until.ts";
import { joinByTaps } from "./telegram-join.ts";

const secret = "a-secret-of-ours_1";
let telegram: TelegramCounterpart;
/** What Telegram sees as our public address; the stand-in sends no secret, so it is added on the way. */
let outside: ForwardingProxy;
let service: RunningService;

beforeAll(async () => {
  const port = await freePort();
  telegram = await telegramCounterpart();
  outside = await forwardingProxy(
    () => `http://127.0.0.1:${port}`,
    () => ({ headers: { "x-telegram-bot-api-secret-token": secret } }),
  );
  service = await runService({
    ...telegram.settings,
    PORT: String(port),
    PUBLIC_URL: outside.url,
    TELEGRAM_WEBHOOK_SECRET: secret,
  });
});
afterAll(async () => {
  await service?.stop();
  await outside?.close();
  await telegram?.close();
});

const chat = (id: number) => ({ id, type: "private", first_name: "Somebody" });
let updates = 900_000;
/** Posts what the stand-in cannot make: an update as Telegram documents it. */
async function deliver(update: Record<string, unknown>): Promise<number> {
  updates += 1;
  const response = await fetch(`${service.url}/webhooks/telegram`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-telegram-bot-api-secret-token": secret },
    body: JSON.stringify({ update_id: updates, ...update }),
  });
  return response.status;
}
const membership = (id: number, before: string, after: string) => ({
  my_chat_member: {
    chat: chat(id),
    from: { id, is_bot: false, first_name: "Somebody" },
    date: 1_700_000_000,
    old_chat_member: { status: before },
    new_chat_member: { status: after },
  },
});
const laneOf = (id: number) =>
  service.database.rows(
    `SELECT l.* FROM "Lane" l JOIN "Address" a ON a."id" = l."addressId" WHERE a."identifier" = ?`,
    String(id),
  )[0];

describe("a person joins on a Telegram that nobody here wrote, which calls our webhook", () => {
  it.each([
    ["en", 8001],
    ["ar", 8002],
    ["fr", 8003],
  ] as const)("in %s, by tapping buttons", async (language, chatId) => {
    const phone = telegram.phone(chatId);
    expect(await joinByTaps(phone, language)).toMatch(/^MU-\d{4}-[A-Z]$/);
    await phone.staysQuiet();
    expect(outside.seen.some(({ path }) => path === "/webhooks/telegram")).toBe(true);
  });

  it("who blocks the bot is not written to, and who comes back goes on where she was", async () => {
    const phone = telegram.phone(8004);
    await phone.texts("/start");
    await phone.shows(/Which language/);
    expect(await deliver(membership(8004, "member", "kicked"))).toBe(200);
    await until("blocked", () => laneOf(8004)?.state === "blocked");
    await phone.staysQuiet();
    expect(await deliver(membership(8004, "kicked", "member"))).toBe(200);
    await until("open again", () => laneOf(8004)?.state === "open");
    await phone.texts("1");
    await phone.shows(/Do you agree/);
  });

  it("an edit of a message that was understood changes no answer, and says so", async () => {
    const phone = telegram.phone(8005);
    await phone.texts("/start");
    await phone.shows(/Which language/);
    await phone.texts("3");
    await phone.shows(/D'accord/);
    const sessions = () => service.database.rows(`SELECT "state" FROM "Session" WHERE "addressId" = ?`, id);
    const id = String(laneOf(8005)?.addressId);
    const before = sessions();
    const edited = {
      message_id: 2,
      date: 1_700_000_000,
      edit_date: 1_700_000_001,
      chat: chat(8005),
      text: "1",
    };
    expect(await deliver({ edited_message: edited })).toBe(200);
    await phone.shows(/\S/);
    expect(sessions()).toEqual(before);
  });

  it("an edit of a message that was not understood is read as the answer", async () => {
    const phone = telegram.phone(8006);
    await phone.texts("/start");
    await phone.shows(/Which language/);
    await phone.texts("blorp");
    await phone.shows(/did not understand/);
    const edited = {
      message_id: 2,
      date: 1_700_000_000,
      edit_date: 1_700_000_001,
      chat: chat(8006),
      text: "1",
    };
    expect(await deliver({ edited_message: edited })).toBe(200);
    await phone.shows(/Do you agree/);
  });

  it("a voice message, a picture and a place on the map are each answered with what can be read", async () => {
    const phone = telegram.phone(8007);
    await phone.texts("/start");
    await phone.shows(/Which language/);
    const message = { message_id: 3, date: 1_700_000_000, chat: chat(8007) };
    await deliver({ message: { ...message, voice: { file_id: "a", duration: 3 } } });
    await phone.shows(/only text/);
    await deliver({ message: { ...message, photo: [{ file_id: "b" }], caption: "1" } });
    await phone.shows(/only text/);
    await deliver({ message: { ...message, location: { latitude: 1, longitude: 2 } } });
    await phone.shows(/only text/);
  });
});
