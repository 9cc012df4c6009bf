import type { FastifyInstance } from "fastify";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { chromiumPath, openChromium } from "./open-chromium.ts";
import { smallUnion } from "./small-union.ts";

describe.skipIf(chromiumPath === undefined)("three phones in a browser", () => {
  let union: FastifyInstance;
  let base: string;
  let browser: Browser;
  let page: Page;
  let complaints: string[];
  let asked: string[];

  beforeAll(async () => {
    union = smallUnion(50);
    base = await union.listen({ port: 0, host: "127.0.0.1" });
    browser = await openChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await union?.close();
  });
  beforeEach(async () => {
    complaints = [];
    asked = [];
    page = await browser.newPage({ viewport: { width: 1180, height: 960 } });
    page.setDefaultTimeout(8000);
    // Errors of scripts, and everything that the page's own policy refuses.
    page.on("pageerror", (error) => complaints.push(String(error)));
    page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
    page.on("request", (request) => asked.push(request.url()));
    await page.goto(`${base}/sim`);
    for (const phone of ["sms", "whatsapp", "telegram"]) await newPerson(phone);
  });
  afterEach(() => page.close());

  const phone = (channel: string) => page.locator(`.handset.${channel}`);
  const newPerson = (channel: string) => phone(channel).getByRole("button", { name: "New person" }).click();
  const writingOn = (channel: string) => phone(channel).locator(".device textarea, .composer input");
  const lastText = (channel: string) => phone(channel).locator(".messages .text").last();
  const see = (channel: string, text: string) =>
    phone(channel).locator(".messages").getByText(text).waitFor();
  const visibleButton = (within: Locator, name: string) => within.getByRole("button", { name, exact: true });

  it("a person says hi on each phone and is answered in the way that phone can show", async () => {
    for (const channel of ["sms", "whatsapp", "telegram"]) {
      await writingOn(channel).fill("hi");
      await writingOn(channel).press("Enter");
    }
    await see("sms", "2 العربية");
    await visibleButton(phone("whatsapp"), "العربية").waitFor();
    await visibleButton(phone("telegram"), "العربية").waitFor();
    expect(await phone("sms").locator(".messages button").count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it("everything the page asks for comes from its own server", async () => {
    await visibleButton(phone("sms"), "Send “hi”").click();
    await see("sms", "Hello");
    expect(asked.length).toBeGreaterThan(20);
    expect(asked.filter((url) => !url.startsWith(`${base}/sim`) && !url.startsWith("data:"))).toEqual([]);
  });

  it("on the feature phone, keys write letters, and digits once a numbered menu is on the screen", async () => {
    const keys = phone("sms").getByRole("group", { name: "Keypad" });
    const four = visibleButton(keys, "4");
    await four.dblclick();
    await page.waitForTimeout(1000);
    await four.click({ clickCount: 3 });
    expect(await writingOn("sms").inputValue()).toBe("hi");
    await visibleButton(phone("sms"), "Send").click();
    await see("sms", "1 English");
    await visibleButton(keys, "2").click();
    expect(await writingOn("sms").inputValue()).toBe("2");
  });

  it("the feature phone counts the parts while one types and says what a text cost", async () => {
    await writingOn("sms").fill("hello");
    expect(await phone("sms").locator(".counter").textContent()).toBe("5/160");
    await writingOn("sms").fill("ş".repeat(71));
    expect(await phone("sms").locator(".counter").textContent()).toBe("71/134 2 parts");
    await writingOn("sms").fill("hi");
    await writingOn("sms").press("Enter");
    await see("sms", "2 parts UCS-2");
    await see("sms", "1 part GSM-7");
  });

  it("the feature phone works by the computer's keys alone, and opens a text at its beginning", async () => {
    const screen = phone("sms").getByRole("log");
    await screen.focus();
    await page.keyboard.type("h");
    await page.keyboard.type("i");
    await page.keyboard.press("Enter");
    await see("sms", "1 English");
    await page.keyboard.press("1");
    await page.keyboard.press("Backspace");
    await page.keyboard.press("2");
    expect(await writingOn("sms").inputValue()).toBe("2");
    await page.keyboard.press("Enter");
    await see("sms", "ما العمل");
    const top = await screen.boundingBox();
    const opened = await phone("sms").locator(".lcd-message").last().boundingBox();
    expect(Math.abs((opened?.y ?? 0) - (top?.y ?? 99))).toBeLessThan(4);
    await phone("sms").getByText("▼ more").waitFor();
  });

  it("on the keypad the arrows go from key to key and Enter presses one", async () => {
    await visibleButton(phone("sms").locator(".keys"), "1").focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    expect(await writingOn("sms").inputValue()).toBe("j");
  });

  it("Arabic is written from right to left on every phone, and English from left to right", async () => {
    for (const channel of ["sms", "whatsapp", "telegram"]) {
      await visibleButton(phone(channel), "Send “hi”").click();
      await see(channel, "Hello");
      expect(await lastText(channel).getAttribute("dir")).toBe("ltr");
      await writingOn(channel).fill("2");
      await writingOn(channel).press("Enter");
      await see(channel, "ما العمل");
      expect(await lastText(channel).getAttribute("dir")).toBe("rtl");
      expect(await lastText(channel).getAttribute("lang")).toBe("ar");
    }
  });

  it("WhatsApp's list opens as a sheet: Esc gives the focus back, a row answers, all by keyboard", async () => {
    await visibleButton(phone("whatsapp"), "Send “hi”").click();
    await visibleButton(phone("whatsapp"), "العربية").press("Enter");
    const opener = phone("whatsapp").getByRole("button", { name: "اختر" });
    const sheet = phone("whatsapp").getByRole("dialog");
    await opener.press("Enter");
    await sheet.waitFor();
    await page.keyboard.press("Escape");
    await sheet.waitFor({ state: "hidden" });
    expect(await page.locator(":focus").textContent()).toContain("اختر");
    await opener.press("Enter");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await see("whatsapp", "MU-4821-K");
    expect(await phone("whatsapp").locator(".said.mine .text").allTextContents()).toEqual([
      "hi",
      "العربية",
      "الطبخ",
    ]);
  });

  it("a tap on Telegram's keyboard is seen as what its button said", async () => {
    await visibleButton(phone("telegram"), "Send “hi”").click();
    await visibleButton(phone("telegram"), "العربية").click();
    await visibleButton(phone("telegram"), "الخياطة").click();
    await see("telegram", "MU-4821-K");
    expect(await phone("telegram").locator(".said.mine .text").allTextContents()).toEqual([
      "hi",
      "العربية",
      "الخياطة",
    ]);
  });

  it("a text that the server refuses comes back to be corrected, with the reason", async () => {
    await writingOn("whatsapp").fill("refuse");
    await writingOn("whatsapp").press("Enter");
    await phone("whatsapp").getByText("Not sent: bad message: text: not this one").waitFor();
    expect(await writingOn("whatsapp").inputValue()).toBe("refuse");
    expect(await phone("whatsapp").locator(".said").count()).toBe(0);
  });

  it("a text that holds markup is shown as it was written and does nothing", async () => {
    const markup = `<img src=x onerror="document.title='broken'"><b>bold</b>`;
    await writingOn("telegram").fill(markup);
    await writingOn("telegram").press("Enter");
    await see("telegram", `You wrote: ${markup}`);
    expect(await page.title()).toContain("Three phones");
    expect(await phone("telegram").locator(".messages img, .messages .text b").count()).toBe(0);
  });

  it("a new person begins with an empty phone, and the same people are there after a reload", async () => {
    await visibleButton(phone("sms"), "Send “hi”").click();
    await see("sms", "Hello");
    const number = phone("sms").getByLabel("Phone number");
    const first = await number.inputValue();
    await newPerson("sms");
    expect(await phone("sms").locator(".messages li").count()).toBe(0);
    expect(await number.inputValue()).toMatch(/^\+9055500\d{5}$/);
    await number.fill(first);
    await number.press("Enter");
    await see("sms", "Hello");
    await page.reload();
    await see("sms", "Hello");
    expect(await number.inputValue()).toBe(first);
  });

  it("an answer for the person before, still on its way, never lands on the new person's phone", async () => {
    await visibleButton(phone("sms"), "Send “hi”").click();
    await see("sms", "Hello");
    const first = await phone("sms").getByLabel("Phone number").inputValue();
    let held = 0;
    await page.route(`**/sim/messages?channel=sms&address=${encodeURIComponent(first)}*`, async (route) => {
      held += 1;
      await new Promise((resolve) => setTimeout(resolve, 600));
      await route.continue();
    });
    await writingOn("sms").fill("again");
    await writingOn("sms").press("Enter");
    await expect.poll(() => held).toBeGreaterThan(0);
    await newPerson("sms");
    await page.waitForTimeout(1200);
    expect(await phone("sms").locator(".messages li").count()).toBe(0);
  });

  it("what is no phone number is refused with an example, and the phone stays with its person", async () => {
    const number = phone("whatsapp").getByLabel("Phone number");
    await number.fill("12");
    await number.press("Enter");
    await phone("whatsapp").getByText("This is no phone number.").waitFor();
    expect(await number.getAttribute("aria-invalid")).toBe("true");
  });

  it("every button and box has a name for those who cannot see it, and messages are announced", async () => {
    await visibleButton(phone("whatsapp"), "Send “hi”").click();
    await see("whatsapp", "Hello");
    const names = await page.locator("main").ariaSnapshot();
    expect(names).toContain('button "Scroll up"');
    expect(names).not.toMatch(/- (button|textbox|combobox|log|region)(:|$)/m);
    expect(await page.locator('[role="log"][aria-live="polite"]').count()).toBe(3);
  });

  it("at 360 pixels the phones stand one below the other and nothing is cut off", async () => {
    await page.setViewportSize({ width: 360, height: 780 });
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(360);
    const boxes = await Promise.all(["sms", "whatsapp", "telegram"].map((name) => phone(name).boundingBox()));
    const [first, second, third] = boxes.map((box) => box!);
    expect(second!.y).toBeGreaterThan(first!.y + first!.height);
    expect(third!.y).toBeGreaterThan(second!.y + second!.height);
  });

  it("while the server is away the page says so, and goes on by itself when it is back", async () => {
    await page.route("**/sim/messages*", (route) => route.abort());
    await phone("sms").getByText("The server does not answer").waitFor();
    await page.unroute("**/sim/messages*");
    await phone("sms").getByText("The server does not answer").waitFor({ state: "detached" });
  });
});
