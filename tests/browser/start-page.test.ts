import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningService, runService } from "../service/run-service.ts";
import { chromiumPath, openChromium } from "./open-chromium.ts";

describe.skipIf(chromiumPath === undefined)("the start page in a browser", () => {
  let service: RunningService;
  let browser: Browser;
  let page: Page;
  /** What the browser refused or could not do. */
  const complaints: string[] = [];

  beforeAll(async () => {
    service = await runService({ MODE: "sim" });
    browser = await openChromium();
    page = await browser.newPage({ viewport: { width: 1280, height: 1000 } });
    page.on("console", (message) => {
      if (message.type() === "error") complaints.push(message.text());
    });
    page.on("pageerror", (fault) => complaints.push(fault.message));
    await page.goto(`${service.url}/`);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await service?.stop();
  });

  const press = async (step: number) => {
    const button = page.getByRole("button", { name: new RegExp(`^${step}\\. `) });
    await button.click();
    return page.locator("#steps li").nth(step - 1);
  };
  const done = (step: number) =>
    page.locator(`#steps li:nth-child(${step}).done`).waitFor({ timeout: 60_000 });
  const phone = (kind: string) => page.frameLocator("#phones").locator(`.handset.${kind}`);

  it("five clicks lead a newcomer to the contact on both phones", async () => {
    await press(1);
    await done(1);
    await phone("sms").getByText("papers", { exact: true }).waitFor({ timeout: 20_000 });

    await press(2);
    await done(2);
    await phone("telegram").getByText("overlock machine").first().waitFor({ timeout: 20_000 });

    await press(3);
    const desk = page.frameLocator("#console");
    await desk.getByText("Madame Rosa").first().waitFor({ timeout: 20_000 });
    await page.getByRole("button", { name: "Approve it for me" }).click();
    await done(3);

    await press(4);
    await done(4);
    const letter = page.frameLocator("#mailbox").frameLocator("iframe");
    await letter.getByText("A1").first().waitFor({ timeout: 20_000 });

    await press(5);
    await done(5);
    await phone("whatsapp").getByText("Name: Amal").waitFor({ timeout: 20_000 });
    await phone("sms").getByText("Harbour Stitch").first().waitFor({ timeout: 20_000 });
    expect(complaints).toEqual([]);
  }, 240_000);

  it("a reload finds the round where it was, and on a phone everything stands below one another", {
    timeout: 60_000,
  }, async () => {
    await page.reload();
    await done(5);
    await page.setViewportSize({ width: 390, height: 800 });
    const isTooWide = await page.evaluate(
      "document.documentElement.scrollWidth > document.documentElement.clientWidth",
    );
    expect(isTooWide).toBe(false);
  });

  it("starting over gives fresh people", async () => {
    await page.getByRole("button", { name: "Start over with other people" }).click();
    await page.locator("#steps li.next").first().waitFor();
    expect(await page.locator("#steps li.done").count()).toBe(0);
    expect(await page.getByRole("button", { name: /^1\. / }).isEnabled()).toBe(true);
  });
});
