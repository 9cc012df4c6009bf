import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningService, runService } from "../../service/run-service.ts";
import { until } from "../../service/until.ts";
import { type Posted, witness } from "./witness.ts";

const secret = "a-secret-of-ours_1";
const oneMegabyte = "x".repeat(1_000_000);
let service: RunningService;
beforeAll(async () => {
  service = await runService({
    // In MODE=sim a Telegram that is not on this machine is never called, but its webhook is open.
    TELEGRAM_BOT_TOKEN: "123456:AAtest-token-that-is-secret",
    TELEGRAM_WEBHOOK_SECRET: secret,
    MODE: "sim",
  });
});
afterAll(() => service?.stop());

const { post, unchanged, settled } = witness(() => service);
const formType = { "content-type": "application/x-www-form-urlencoded" };

describe("what /webhooks/telegram refuses changes nothing", () => {
  const json = { "content-type": "application/json" };
  const genuine = { ...json, "x-telegram-bot-api-secret-token": secret };
  const update = (changes: object = {}): string =>
    JSON.stringify({
      update_id: 77_000_001,
      message: { message_id: 1, date: 1, chat: { id: 9001, type: "private" }, text: "hi" },
      ...changes,
    });
  it.each<readonly [string, number, Posted]>([
    ["no secret", 401, { headers: json, body: update() }],
    [
      "a wrong secret",
      403,
      { headers: { ...json, "x-telegram-bot-api-secret-token": "guess" }, body: update() },
    ],
    ["an empty secret", 403, { headers: { ...json, "x-telegram-bot-api-secret-token": "" }, body: update() }],
    ["half a JSON", 400, { headers: genuine, body: update().slice(0, -9) }],
    ["an empty body", 400, { headers: genuine, body: "" }],
    ["a list", 400, { headers: genuine, body: "[]" }],
    ["no update id", 400, { headers: genuine, body: '{"message":{"chat":{"id":1,"type":"private"}}}' }],
    ["a word for a number", 400, { headers: genuine, body: update({ update_id: "7" }) }],
    ["a chat without an id", 400, { headers: genuine, body: update({ message: { chat: {}, text: "hi" } }) }],
    [
      "a body that reaches for prototypes",
      400,
      { headers: genuine, body: '{"__proto__":{"a":1},"update_id":1}' },
    ],
    ["a form", 415, { headers: { ...genuine, ...formType }, body: "update_id=1" }],
    ["plain text", 415, { headers: { ...genuine, "content-type": "text/plain" }, body: update() }],
    ["a body of 1 MB", 413, { headers: genuine, body: update({ note: oneMegabyte }) }],
    [
      "a message in a group",
      200,
      { headers: genuine, body: update({ message: { chat: { id: -1, type: "group" }, text: "hi" } }) },
    ],
    [
      "something new of Telegram's",
      200,
      { headers: genuine, body: update({ message: undefined, hologram: {} }) },
    ],
  ])("%s: %i", async (_what, status, posted) => {
    const answer = await unchanged("/webhooks/telegram", posted);
    expect(answer.status).toBe(status);
  });

  it("a repeated update is answered the same and makes no second row", async () => {
    const posted = { headers: genuine, body: update({ update_id: 77_000_002 }) };
    expect((await post("/webhooks/telegram", posted)).status).toBe(200);
    await until("handled", () => {
      const rows = service.database.rows(
        `SELECT "state" FROM "InboundMessage" WHERE "providerId" LIKE '%77000002'`,
      );
      return rows[0]?.state === "done";
    });
    await settled();
    expect((await unchanged("/webhooks/telegram", posted)).status).toBe(200);
  });
});
