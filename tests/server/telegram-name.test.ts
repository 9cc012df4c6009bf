import { describe, expect, it } from "vitest";
import type { TelegramConfig } from "../../server/config/config.ts";
import { telegramName } from "../../server/telegram-name.ts";
import { freePort } from "../service/free-port.ts";
import { telegramCounterpart } from "../service/telegram-counterpart.ts";

const bot: TelegramConfig = {
  ...{ token: "123456:AA", apiRoot: null, secret: null, botName: null, delivery: "polling" },
};

describe("our bot's name at Telegram", () => {
  it("is the configured one, and nobody is asked", async () => {
    const telegram = { ...bot, apiRoot: `http://127.0.0.1:${await freePort()}`, botName: "union_bot" };
    expect(await telegramName({ mode: "live", telegram })).toBe("union_bot");
  });

  it("is that of the stand-in where nothing leaves the machine, with a bot or without", async () => {
    expect(await telegramName({ mode: "sim", telegram: null })).toBe("migrant_union_sim_bot");
    expect(await telegramName({ mode: "sim", telegram: bot })).toBe("migrant_union_sim_bot");
  });

  it("is what Telegram says it is", async () => {
    const counterpart = await telegramCounterpart();
    try {
      const telegram = { ...bot, token: counterpart.token, apiRoot: counterpart.url };
      expect(await telegramName({ mode: "live", telegram })).toMatch(/^\w{5,}$/);
    } finally {
      await counterpart.close();
    }
  });

  it("is unknown where there is no bot, or nobody who answers for it", async () => {
    expect(await telegramName({ mode: "live", telegram: null })).toBeNull();
    const telegram = { ...bot, apiRoot: `http://127.0.0.1:${await freePort()}` };
    expect(await telegramName({ mode: "team", telegram })).toBeNull();
  });
});
