import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningService, runService } from "../service/run-service.ts";
import { chromiumPath, openChromium } from "./open-chromium.ts";

/** What somebody types to join, from the first word, in each language. */
const joining = {
  en: { hello: "hi", language: "1", name: "Amal", done: /You are a member/ },
  ar: { hello: "مرحبا", language: "2", name: "أمل", done: /رقم عضويتك/ },
  fr: { hello: "bonjour", language: "3", name: "Amal", done: /membre/ },
} as const;

describe.skipIf(chromiumPath === undefined)("the page before the real server", () => {
  let service: RunningService;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    service = await runService({ MODE: "sim" });
    browser = await openChromium();
    page = await browser.newPage({ viewport: { width: 1180, height: 960 } });
    await page.goto(`${service.url}/sim`);
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await service?.stop();
  });

  it.each(["sms", "whatsapp", "telegram"])("a new person who says hi by %s is answered", async (channel) => {
    const phone = page.locator(`.handset.${channel}`);
    await phone.getByRole("button", { name: "New person" }).click();
    await phone.getByRole("button", { name: "Send “hi”" }).click();
    const answer = phone.locator(".messages li:not(:has(.mine)) .text").first();
    await answer.waitFor({ timeout: 10_000 });
    expect((await answer.textContent())?.trim()).not.toBe("");
    expect(await phone.locator(".problem").textContent()).toBe("");
    if (channel === "sms") expect(await phone.locator(".messages button").count()).toBe(0);
    else expect(await phone.locator(".messages button.tap").count()).toBeGreaterThan(0);
  });

  it.each(["en", "ar", "fr"] as const)(
    "a person joins in %s, typing into the page",
    async (language) => {
      const { hello, language: digit, name, done } = joining[language];
      const phone = page.locator(".handset.whatsapp");
      await phone.getByRole("button", { name: "New person" }).click();
      const answers = phone.locator(".messages li:not(:has(.mine)) .text");
      const typed = [hello, digit, "1", "2", name, "Gaziantep", "2", "1", "1", "1"];
      for (const [at, text] of typed.entries()) {
        await phone.getByPlaceholder("Message").fill(text);
        await phone.getByRole("button", { name: "Send", exact: true }).click();
        await answers.nth(at).waitFor({ timeout: 15_000 });
      }
      expect(await answers.last().textContent()).toMatch(done);
      expect(await answers.last().and(page.locator(":dir(rtl)")).count()).toBe(language === "ar" ? 1 : 0);
    },
    90_000,
  );
});
