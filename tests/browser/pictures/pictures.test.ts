import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dayMs } from "../../../domain/moment.ts";
import { type RunningService, runService } from "../../service/run-service.ts";
import { chromiumPath, openChromium } from "../open-chromium.ts";
import { mostBytes, picturesInReadme, picturesOnRecord, takePicture } from "./take-picture.ts";

const desk = { width: 1280, height: 900 };
const phone = { width: 390, height: 780 };
const seconds = 1_000;

/** What a notice says in each language: a course that nobody gives. */
const notice = {
  en: "Free sewing course from Monday at 9, in the community hall. Bring nothing. Questions? Send PERSON.",
  ar: "دورة خياطة مجانية من يوم الاثنين الساعة 9 في قاعة الحي. للأسئلة أرسل: شخص",
  fr: "Cours de couture gratuit lundi a 9 h, salle du quartier. Des questions ? Envoyez HUMAIN.",
} as const;

describe.skipIf(chromiumPath === undefined)("the pictures of the service, taken in a real browser", () => {
  let service: RunningService;
  let browser: Browser;
  let page: Page;
  /** The code of the paper that the newcomer approves. */
  let code = "";
  /** Where the console shows her request. */
  let request = "";

  beforeAll(async () => {
    service = await runService({ MODE: "sim", DEMO: "on" });
    browser = await openChromium();
    page = await (await browser.newContext({ viewport: desk, locale: "en-GB", timezoneId: "UTC" })).newPage();
  }, 120 * seconds);
  afterAll(async () => {
    await browser?.close();
    await service?.stop();
  });

  const isRightToLeft = (): Promise<boolean> =>
    page.evaluate("getComputedStyle(document.documentElement).direction === 'rtl'");
  const isTooWide = (): Promise<boolean> =>
    page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth");
  const opens = async (path: string): Promise<void> => {
    expect((await page.goto(`${service.url}${path}`))?.status(), path).toBe(200);
  };
  const speaks = async (language: string): Promise<void> => {
    await page.locator(`button[name=language][value=${language}]`).click();
    await page.locator(`html[lang=${language}]`).waitFor();
  };
  const done = (step: number) =>
    page.locator(`#steps li:nth-child(${step}).done`).waitFor({ timeout: 90 * seconds });
  const press = async (step: number): Promise<void> => {
    await page.getByRole("button", { name: new RegExp(`^${step}\\. `) }).click();
    if (step !== 3) await done(step);
  };

  it("a request under review, as the start page leads to it", { timeout: 180 * seconds }, async () => {
    await opens("/");
    await press(1);
    await press(2);
    await press(3);
    const console = page.frameLocator("#console");
    await console
      .getByText("Madame Rosa")
      .first()
      .waitFor({ timeout: 30 * seconds });
    request = (await page.locator("#console").getAttribute("src")) ?? "";
    const review = await page.context().newPage();
    await review.goto(`${service.url}${request}`);
    const said = review.locator("main");
    for (const text of ["What she says", "Madame Rosa", "overlock machine", "Approve"])
      expect(await said.textContent()).toContain(text);
    await review.setViewportSize({ width: 1280, height: 1180 });
    await takePicture("request-under-review", review);
    await review.close();
  });

  it("the start page after the five clicks", { timeout: 240 * seconds }, async () => {
    await page.getByRole("button", { name: "Approve it for me" }).click();
    await done(3);
    await press(4);
    await press(5);
    const handset = (kind: string) => page.frameLocator("#phones").locator(`.handset.${kind}`);
    await handset("whatsapp")
      .getByText("Name: Amal")
      .waitFor({ timeout: 30 * seconds });
    const her = handset("sms");
    await her
      .getByText("Harbour Stitch")
      .first()
      .waitFor({ timeout: 30 * seconds });
    code = /(?<!\d)\d{4}-\d{4}-\d{4}(?!\d)/.exec((await her.textContent()) ?? "")?.[0] ?? "";
    expect(code).not.toBe("");
    expect(await page.locator("#steps li.done").count()).toBe(5);
    await page.setViewportSize({ width: 1280, height: 1340 });
    await takePicture("five-clicks", page);
    await page.setViewportSize(desk);
  });

  it("the three handsets, with Arabic on the feature phone", { timeout: 60 * seconds }, async () => {
    // Three invented members for whom there is work. One has not written for a day: WhatsApp lets us say only that there is a message.
    const people = { sms: "+905550001104", whatsapp: "+905550002116", telegram: "5555000000000120" };
    await page.setViewportSize({ width: 1180, height: 940 });
    await opens(`/sim#${new URLSearchParams(people)}`);
    await page.locator(".handset.sms").getByText("نعم").first().waitFor();
    await page.locator(".handset.whatsapp").getByText("لديك رسالة").waitFor();
    await page.locator(".handset.telegram").getByText("You never pay for a job").waitFor();
    await takePicture("three-phones", page);
    await page.setViewportSize(desk);
  });

  it("the console's inbox", async () => {
    await opens("/console/inbox");
    expect(await page.locator("main a[href*='/cases/']").count()).toBe(4);
    expect(await page.getByRole("button", { name: "Take this case" }).count()).toBe(2);
    await takePicture("inbox", page);
  });

  it("a talk with a member, in the console in Arabic, from right to left", async () => {
    await speaks("ar");
    await page.locator("main a[href*='/cases/']").first().click();
    await page.locator("form[action$='/reply'] button").scrollIntoViewIfNeeded();
    expect(await page.getByText("لم يدفع أجري منذ شهر").isVisible()).toBe(true);
    expect(await isRightToLeft()).toBe(true);
    expect(await isTooWide()).toBe(false);
    await takePicture("console-in-arabic", page);
    await speaks("en");
  });

  it("a notice in three languages, checked before it is sent", async () => {
    await opens("/console/notices/new");
    await page.fill("#title", "Sewing course");
    for (const [language, text] of Object.entries(notice)) await page.fill(`#text-${language}`, text);
    await page.fill("#until", new Date(Date.now() + 3 * dayMs).toISOString().slice(0, 16));
    await page.getByRole("button", { name: "Save and check" }).click();
    await page.getByText("Nothing is sent yet").waitFor();
    const reach = await page.locator("section[aria-labelledby=reach]").textContent();
    for (const text of ["English", "العربية", "Français", "SMS", "WhatsApp", "Telegram", "$"])
      expect(reach).toContain(text);
    await page.setViewportSize({ width: 1280, height: 1660 });
    await takePicture("notice-checked", page);
    await page.setViewportSize(desk);
  });

  it("the employer's digest in Arabic, as a letter and as a page", { timeout: 60 * seconds }, async () => {
    await opens("/mailbox");
    await page.locator("tr", { hasText: "مرشحان" }).getByRole("link").first().click();
    const letter = page.frameLocator("iframe[title='The letter']");
    await letter.getByText("A1").first().waitFor();
    expect(await letter.locator("body").textContent()).not.toMatch(/نور الفجر|سعاد الأرز|\+961/);
    await takePicture("digest-letter", page);
    const link = /https?:\/\/[^\s"]+\/d\/[^\s"]+/.exec(
      (await page.locator("pre").first().textContent()) ?? "",
    )?.[0];
    await page.goto(link ?? "");
    expect(await isRightToLeft()).toBe(true);
    expect(await page.locator("input[type=radio], input[type=checkbox], button").count()).toBeGreaterThan(1);
    await takePicture("digest-page", page);
  });

  it("a good paper, and the same after it was taken back", { timeout: 60 * seconds }, async () => {
    await page.setViewportSize(phone);
    await opens(`/v/${code}`);
    expect(await page.getByRole("status").textContent()).toMatch(/Valid.*Tailor.*30 months/s);
    expect(await page.locator("main").textContent()).not.toContain("Amal");
    expect(await isTooWide()).toBe(false);
    await takePicture("paper-good", page);
    await opens(request);
    await page.locator("a[href*='/console/credentials/']").click();
    await page.locator("input[name=reason]").first().check();
    await page.locator("button[value=revoke]").click();
    await page.locator(".said").waitFor();
    await opens(`/v/${code}`);
    const verdict = await page.getByRole("status").textContent();
    expect(verdict).not.toMatch(/Valid|Tailor|30 months/);
    expect(verdict).toMatch(/Not valid.*took this paper back/s);
    await takePicture("paper-taken-back", page);
  });

  it("every picture that the README shows is there, is light, and says in words what is seen", () => {
    const onRecord = picturesOnRecord();
    const named = picturesInReadme();
    expect(named.length).toBeGreaterThanOrEqual(4);
    for (const { path, alternative } of named) {
      expect(onRecord.get(path) ?? 0, path).toBeGreaterThan(0);
      expect(alternative.length, path).toBeGreaterThan(30);
    }
    for (const [path, bytes] of onRecord) expect(bytes, path).toBeLessThan(mostBytes);
  });
});
