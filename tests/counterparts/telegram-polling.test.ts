import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningService, runService } from "../service/run-service.ts";
import { type TelegramCounterpart, telegramCounterpart } from "../service/telegram-counterpart.ts";
import { joinByTaps } from "./telegram-join.ts";

let telegram: TelegramCounterpart;
let service: RunningService;

beforeAll(async () => {
  telegram = await telegramCounterpart();
  service = await runService(telegram.settings);
});
afterAll(async () => {
  await service?.stop();
  await telegram?.close();
});

const personOf = (chatId: number) =>
  service.database.rows(
    `SELECT p.* FROM "Person" p JOIN "AddressHolder" h ON h."personId" = p."id" JOIN "Address" a ON a."id" = h."addressId"
     WHERE a."channel" = 'telegram' AND a."identifier" = ?`,
    String(chatId),
  );

describe("a person joins on a Telegram that nobody here wrote, which our bot asks for news", () => {
  it.each([
    ["en", 7001],
    ["ar", 7002],
    ["fr", 7003],
  ] as const)("in %s, by tapping buttons", async (language, chatId) => {
    const phone = telegram.phone(chatId);
    const number = await joinByTaps(phone, language);
    expect(personOf(chatId)).toMatchObject([{ number, language, work: "cooking", jobAlerts: 1 }]);
    await phone.staysQuiet();
  });

  it("may write instead of tapping, and /start in the middle asks the same question again", async () => {
    const phone = telegram.phone(7004);
    await phone.texts("/start");
    await phone.shows(/Which language/);
    expect(phone.buttons().flat()).toEqual(["English", "العربية", "Français"]);
    await phone.texts("1");
    await phone.shows(/Do you agree/);
    expect(phone.buttons().flat()).toContain("Back");
    await phone.texts("/start");
    await phone.shows(/Do you agree/);
    await phone.taps("Back");
    await phone.shows(/Which language/);
  });

  it("who taps a button of a question that has passed is asked the present one", async () => {
    const phone = telegram.phone(7005);
    await phone.texts("/start");
    await phone.shows(/Which language/);
    await phone.taps("Français");
    await phone.shows(/D'accord/);
    await phone.taps("English");
    await phone.shows(/^Question passée[\s\S]*D'accord/);
  });
});
