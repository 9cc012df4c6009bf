import type { ServerResponse } from "node:http";
import { describe, expect, it } from "vitest";
import { readTelegramError } from "../../../../bot/channels/telegram/errors.ts";
import { registerTelegramWebhook } from "../../../../bot/channels/telegram/register-webhook.ts";
import { telegramBot } from "../../../../bot/channels/telegram/telegram.ts";
import { verifyTelegramSecret } from "../../../../bot/channels/telegram/verify-secret.ts";
import { closedPort, json, localServer } from "../faulty-server.ts";

const token = "123456:AAtest-token-that-is-secret";
const to = { channel: "telegram", identifier: "777001" } as const;
const sendTo = (apiRoot: string) =>
  telegramBot({ token, apiRoot }).send({ kind: "text", text: "Hello" }, to, { messageId: "m1", part: 1 });
const sendAnsweredBy = async (answer: (response: ServerResponse) => void) => {
  await using server = await localServer((_, response) => answer(response));
  return { outcome: await sendTo(server.url), requests: server.seen.length };
};
const refuse =
  (error_code: number, description: string, parameters = {}) =>
  (response: ServerResponse) =>
    json(response, error_code, { ok: false, error_code, description, parameters });

describe("sending through Telegram when something goes wrong", () => {
  it.each([
    [403, "Forbidden: bot was blocked by the user", "opt_out"],
    [403, "Forbidden: user is deactivated", "opt_out"],
    [400, "Bad Request: chat not found", "invalid_address"],
    [400, "Bad Request: message is too long", "content"],
    [400, "Bad Request: BUTTON_DATA_INVALID", "content"],
    [401, "Unauthorized", "configuration"],
    [404, "Not Found", "configuration"],
    [400, "Bad Request: something new", "unreachable"],
  ])("%d %s is refused as %s, and not repeated", async (code, description, refusal) => {
    const { outcome, requests } = await sendAnsweredBy(refuse(code, description));
    expect(outcome).toMatchObject({ kind: "refused", refusal, code: String(code) });
    expect(requests).toBe(1);
  });

  it("too many requests is throttled for as long as Telegram says", async () => {
    const answer = refuse(429, "Too Many Requests: retry after 5", { retry_after: 5 });
    const { outcome } = await sendAnsweredBy(answer);
    expect(outcome).toMatchObject({ kind: "refused", refusal: "throttled", retryAfterMs: 5000 });
  });

  it.each([
    ["a fault of Telegram's", refuse(500, "Internal Server Error")],
    ["a page of a proxy", (response: ServerResponse) => response.writeHead(502).end("<html>")],
    ["a cut line", (response: ServerResponse) => response.destroy()],
  ])("%s leaves it unknown, and it is not repeated", async (_, answer) => {
    const { outcome, requests } = await sendAnsweredBy(answer);
    expect(outcome.kind).toBe("unknown");
    expect(requests).toBe(1);
  });

  it("nobody listening means that nothing was sent, and the token is not told", async () => {
    const outcome = await sendTo(`http://127.0.0.1:${await closedPort()}`);
    expect(outcome).toMatchObject({ kind: "not_sent" });
    expect(JSON.stringify(outcome)).not.toContain("secret");
  });

  it("a refusal that quotes the address of the request does not tell the token", async () => {
    const { outcome } = await sendAnsweredBy(refuse(400, `Bad Request: /bot${token}/sendMessage`));
    expect(JSON.stringify(outcome)).toContain("bot<token>");
    expect(JSON.stringify(outcome)).not.toContain("secret");
  });

  it("a tap is acknowledged without ever throwing", async () => {
    const apiRoot = `http://127.0.0.1:${await closedPort()}`;
    const tap = {
      account: "telegram:123456",
      providerId: "update-1",
      kind: "choice",
      from: to,
      text: "",
      choice: "a/b/c",
      providerAnswered: false,
      unread: { callback_query_id: "9001" },
    } as const;
    await expect(telegramBot({ token, apiRoot }).acknowledge?.(tap)).resolves.toBeUndefined();
    await using server = await localServer((_, response) => json(response, 200, { ok: true, result: true }));
    await telegramBot({ token, apiRoot: server.url }).acknowledge?.(tap);
    await telegramBot({ token, apiRoot: server.url }).acknowledge?.({ ...tap, unread: {} });
    expect(server.seen.map(({ url, body }) => [url, JSON.parse(body)])).toEqual([
      [`/bot${token}/answerCallbackQuery`, { callback_query_id: "9001" }],
    ]);
  });

  it("the webhook is registered with its secret and with news of being blocked, or says why not", async () => {
    await using server = await localServer((_, response) => json(response, 200, { ok: true, result: true }));
    const url = "https://union.example/webhooks/telegram";
    await registerTelegramWebhook({ token, apiRoot: server.url }, { url, secret: "s3cret" });
    expect(JSON.parse(server.seen[0]!.body)).toEqual({
      url,
      secret_token: "s3cret",
      allowed_updates: ["message", "edited_message", "callback_query", "my_chat_member"],
    });
    await using refusing = await localServer((_, response) => refuse(401, "Unauthorized")(response));
    const registering = registerTelegramWebhook({ token, apiRoot: refusing.url }, { url, secret: "s3cret" });
    await expect(registering).rejects.toThrow("registering the webhook: Telegram answered 401");
  });
});

it.each([
  ["the same", "s3cret", true],
  ["another", "s3creT", false],
  ["missing", undefined, false],
  ["empty", "", false],
])("a webhook of Telegram's whose secret is %s is judged rightly", (_, header, verdict) => {
  expect(verifyTelegramSecret("s3cret", header)).toBe(verdict);
  expect(verifyTelegramSecret("", header)).toBe(false);
});

it("an unknown refusal of Telegram's may pass by itself", () => {
  expect(readTelegramError(418, "teapot")).toBe("unreachable");
});
