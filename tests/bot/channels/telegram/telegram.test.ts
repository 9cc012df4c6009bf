import { Writable } from "node:stream";
import { setTimeout as wait } from "node:timers/promises";
import type { Update } from "grammy/types";
import { pino } from "pino";
import { TelegramServer } from "telegram-test-api/lib/telegramServer.js";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parseTelegramUpdate } from "../../../../bot/channels/telegram/parse-update.ts";
import { type Polling, pollTelegram } from "../../../../bot/channels/telegram/poll-updates.ts";
import { registerTelegramWebhook } from "../../../../bot/channels/telegram/register-webhook.ts";
import { telegramBot } from "../../../../bot/channels/telegram/telegram.ts";
import { closedPort, json, localServer } from "../faulty-server.ts";

const token = "123456:AAtest-token-that-is-secret";
const to = { channel: "telegram", identifier: "1" } as const;
const silent = pino({ level: "silent" });

let server: TelegramServer;
let polling: Polling | null = null;
beforeEach(async () => {
  server = new TelegramServer({ port: await closedPort(), host: "127.0.0.1" });
  await server.start();
});
afterEach(async () => {
  await polling?.stop();
  polling = null;
  await server.stop();
});

const options = () => ({ token, apiRoot: server.config.apiURL });
const until = async (condition: () => boolean) => {
  for (let tries = 0; !condition() && tries < 200; tries += 1) await wait(20);
  expect(condition()).toBe(true);
};
const read = (updates: readonly Update[]) =>
  updates.flatMap((update) => {
    const parsed = parseTelegramUpdate(update, "telegram:123456");
    return parsed.kind === "messages" ? parsed.messages : [];
  });

describe("a Telegram that nobody here wrote", () => {
  it("shows a member the text, plain, with its buttons under it", async () => {
    const rows = [[{ id: "join/consent/yes", label: "Yes" }], [{ id: "join/consent/no", label: "No" }]];
    const payload = { kind: "keyboard", text: "Keep *your* answers?", rows } as const;
    const outcome = await telegramBot(options()).send(payload, to, { messageId: "m1", part: 1 });
    expect(outcome).toEqual({ kind: "accepted", providerId: "1/1" });
    const shown = await server.getClient(token).getUpdates();
    expect(shown.result).toHaveLength(1);
    expect(shown.result[0]?.message).toMatchObject({
      text: "Keep *your* answers?",
      reply_markup: {
        inline_keyboard: [
          [{ text: "Yes", callback_data: "join/consent/yes" }],
          [{ text: "No", callback_data: "join/consent/no" }],
        ],
      },
    });
    expect(shown.result[0]?.message).not.toHaveProperty("parse_mode");
  });

  it("hands a member's words and taps to the poller, in order", async () => {
    const updates: Update[] = [];
    polling = pollTelegram({
      ...options(),
      logger: silent,
      record: async (batch) => void updates.push(...batch),
    });
    const client = server.getClient(token);
    await client.sendCommand(client.makeCommand("/start MU-4821-K"));
    await client.sendMessage(client.makeMessage("مرحبا"));
    await client.sendCallback(client.makeCallbackQuery("join/consent/yes"));
    await until(() => updates.length === 3);
    expect(
      read(updates).map(({ kind, text, choice, from }) => [kind, text, choice, from.identifier]),
    ).toEqual([
      ["start", "MU-4821-K", null, "1"],
      ["text", "مرحبا", null, "1"],
      ["choice", "", "join/consent/yes", "1"],
    ]);
  });

  it("delivers to a webhook once it is registered", async () => {
    await using ours = await localServer((_, response) => json(response, 200, {}));
    await registerTelegramWebhook(options(), { url: `${ours.url}/webhooks/telegram`, secret: "s3cret" });
    const client = server.getClient(token);
    await client.sendMessage(client.makeMessage("hello"));
    await until(() => ours.seen.length > 0);
    expect(ours.seen.map(({ url }) => url)).toEqual(["/webhooks/telegram"]);
    expect(read([JSON.parse(ours.seen[0]!.body)])).toMatchObject([{ kind: "text", text: "hello" }]);
  });
});

/** Telegram's rule for `offset`: everything before it is confirmed and never comes again. */
const telegramWith = (
  updates: { readonly update_id: number }[],
  onAsked: (body: { offset: number }) => void,
) =>
  localServer(({ body }, response) => {
    const asked: { offset: number } = JSON.parse(body);
    onAsked(asked);
    json(response, 200, { ok: true, result: updates.filter(({ update_id }) => update_id >= asked.offset) });
  });

describe("polling", () => {
  it("confirms an update only when it has been recorded", async () => {
    const offsets: number[] = [];
    await using telegram = await telegramWith([{ update_id: 7 }, { update_id: 8 }], ({ offset }) =>
      offsets.push(offset),
    );
    let isBroken = true;
    const recorded: number[][] = [];
    polling = pollTelegram({
      token,
      apiRoot: telegram.url,
      logger: silent,
      firstPauseMs: 5,
      record: async (batch) => {
        recorded.push(batch.map(({ update_id }) => update_id));
        if (recorded.length === 3) isBroken = false;
        if (isBroken) throw new Error("the database is away");
      },
    });
    await until(() => offsets.includes(9));
    expect(recorded).toEqual([
      [7, 8],
      [7, 8],
      [7, 8],
    ]);
    expect(offsets.slice(0, 4)).toEqual([0, 0, 0, 9]);
  });

  it("stops at once while Telegram holds a request open, and asks no more", async () => {
    await using telegram = await localServer(() => undefined);
    const running = pollTelegram({
      token,
      apiRoot: telegram.url,
      logger: silent,
      record: async () => undefined,
    });
    await until(() => telegram.seen.length === 1);
    const before = performance.now();
    await running.stop();
    expect(performance.now() - before).toBeLessThan(2000);
    await wait(100);
    expect(telegram.seen).toHaveLength(1);
  });

  it("stops only after what it was recording is recorded", async () => {
    await using telegram = await telegramWith([{ update_id: 1 }], () => undefined);
    let isRecorded = false;
    let isRecording = false;
    const running = pollTelegram({
      token,
      apiRoot: telegram.url,
      logger: silent,
      record: async () => {
        isRecording = true;
        await wait(100);
        isRecorded = true;
      },
    });
    await until(() => isRecording);
    await running.stop();
    expect(isRecorded).toBe(true);
  });

  it("explains a conflict in the log, waits longer each time, and never logs the token", async () => {
    const lines: string[] = [];
    const stream = new Writable({
      write: (chunk, _encoding, done) => {
        lines.push(String(chunk));
        done();
      },
    });
    const description = "Conflict: terminated by other getUpdates request";
    await using telegram = await localServer((_, response) =>
      json(response, 409, { ok: false, error_code: 409, description }),
    );
    polling = pollTelegram({
      token,
      apiRoot: telegram.url,
      logger: pino(stream),
      firstPauseMs: 5,
      record: async () => undefined,
    });
    await until(() => lines.length >= 3);
    const entries = lines.slice(0, 3).map((line) => JSON.parse(line));
    expect(entries.map(({ pauseMs }) => pauseMs)).toEqual([5, 10, 20]);
    expect(entries[0]).toMatchObject({ code: 409, msg: expect.stringContaining("Another process polls") });
    expect(lines.join("")).not.toContain("secret");
  });
});
