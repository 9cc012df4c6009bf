import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chromiumPath, openChromium } from "./open-chromium.ts";

/** A running server in MODE=sim, as `SIM_URL=http://127.0.0.1:3000 npx vitest run tests/browser/real-server.test.ts`. */
const base = process.env.SIM_URL;

describe.skipIf(base === undefined || chromiumPath === undefined)("the page before a real server", () => {
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    browser = await openChromium();
    page = await browser.newPage({ viewport: { width: 1180, height: 960 } });
    await page.goto(`${base}/sim`);
  });
  afterAll(() => browser?.close());

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
});
