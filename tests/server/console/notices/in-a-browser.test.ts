import { createRequire } from "node:module";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { chromiumPath, openChromium } from "../../../browser/open-chromium.ts";
import { type NoticeConsole, openNoticeConsole } from "./notice-console.ts";

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const violations = z.array(z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string() })) }));

/** What a check by axe finds against the page (https://github.com/dequelabs/axe-core), of WCAG 2.2 AA. */
async function faultsOf(page: Page): Promise<readonly string[]> {
  const found: unknown = await page.evaluate("axe.run().then(({ violations }) => violations)");
  return violations.parse(found).map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""}`);
}

describe.skipIf(chromiumPath === undefined)("notices in a real browser", () => {
  let scene: NoticeConsole;
  let chromium: Browser;
  let page: Page;
  let origin: string;
  beforeAll(async () => {
    scene = await openNoticeConsole();
    chromium = await openChromium();
    origin = await scene.app.listen({ host: "127.0.0.1", port: 0 });
    const staff = await scene.as("caseworker");
    const context = await chromium.newContext({ viewport: { width: 360, height: 740 } });
    await context.addCookies(
      [...staff.cookies].map(([name, value]) => ({ name, value: encodeURIComponent(value), url: origin })),
    );
    await context.addInitScript({ path: axe });
    page = await context.newPage();
    await scene.people(2);
  });
  afterAll(async () => {
    await chromium?.close();
    await scene.close();
  });

  it("are counted while they are written, sent, and followed without a click", async () => {
    await page.goto(`${origin}/console/notices/new`);
    expect(await faultsOf(page)).toEqual([]);
    await page.fill("#title", "Course");
    await page.fill("#text-en", "Free course on Monday at 9.");
    await page.locator("#parts-en", { hasText: "parts 1, characters 55" }).waitFor();
    await page.locator("div[role=status]", { hasText: "People: 2" }).waitFor();
    await page.getByLabel("Telegram").check();
    await page.locator("div[role=status]", { hasText: "People: 0" }).waitFor();
    await page.getByLabel("Telegram").uncheck();
    await page.fill("#until", "2026-11-27T18:00");
    await page.getByRole("button", { name: "Save and check" }).click();
    await page.getByText("Nothing is sent yet").waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole("button", { name: "Send now to 2 people" }).click();
    await page.getByText("0 of 2 sent").waitFor();
    expect(await faultsOf(page)).toEqual([]);
    const pause = page.getByRole("button", { name: "Pause" });
    await pause.focus();
    await scene.office.round();
    const [first] = await scene.office.outbox();
    await scene.office.sendsOne(first?.id ?? "");
    await page.getByText("1 of 2 sent").waitFor();
    expect(await pause.evaluate((button) => button.ownerDocument.activeElement === button)).toBe(true);
    await scene.office.settle();
    await page.getByText("2 of 2 sent").waitFor();
    await page.locator("#progress .tag", { hasText: "done" }).waitFor();
    expect(await page.getByRole("button", { name: "Pause" }).count()).toBe(0);
    await page.getByRole("link", { name: "Report by person" }).click();
    expect(await faultsOf(page)).toEqual([]);
    const wide = await page.evaluate("document.documentElement.scrollWidth");
    expect(wide).toBe(360);
  }, 60_000);
});
