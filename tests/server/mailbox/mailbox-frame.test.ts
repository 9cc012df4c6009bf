import Fastify from "fastify";
import { expect, it, onTestFinished } from "vitest";
import { digestPage } from "../../../server/digest-page/digest-page.ts";
import { keepLetters } from "../../../server/letters/keep-letters.ts";
import { writeLetter } from "../../../server/letters/write-letter.ts";
import { mailbox } from "../../../server/mailbox/mailbox.ts";
import { sendLetters } from "../../../union/letters/send-letters.ts";
import { chromiumPath, openChromium } from "../../browser/open-chromium.ts";
import { smallMarket } from "../../union/digests/small-market.ts";

const seen =
  "in a real browser the letter shows in its frame, its button opens the page, and a press there decides";

it.skipIf(chromiumPath === undefined)(seen, async () => {
  const market = await smallMarket();
  await market.write((tx) => tx.employer.update({ where: { id: "employer" }, data: { language: "ar" } }));
  await market.saysYes(await market.member());
  await market.saysYes(await market.member({ years: 3, place: "Gaziantep" }));
  await market.digests();
  const app = Fastify();
  app.register(mailbox(market.means));
  app.register(digestPage(market.means, 1));
  const publicUrl = await app.listen({ host: "127.0.0.1", port: 0 });
  onTestFinished(() => app.close());
  const sending = { transport: keepLetters, write: writeLetter, smallest: 1 };
  await sendLetters({ ...market.means, publicUrl }, sending);

  const browser = await openChromium();
  onTestFinished(() => browser.close());
  const page = await browser.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => complaints.push(message.text()));
  await page.goto(`${publicUrl}/mailbox`);
  await page.getByRole("link", { name: /4F7/ }).click();
  const letter = page.frameLocator("iframe");
  expect(await letter.locator("html").getAttribute("dir")).toBe("rtl");
  // Its styles count: the heading has the height it asks for.
  expect((await letter.locator("h1").boundingBox())?.height).toBe(28);
  const opened = page.context().waitForEvent("page");
  await letter.getByRole("link").first().click();
  const digest = await opened;
  await digest.getByRole("button").first().click();
  await digest.getByRole("status").waitFor();
  expect(await market.store.read.card.findMany()).toMatchObject([
    { verdict: "yes", decidedHow: "page" },
    { verdict: null },
  ]);
  expect(complaints.filter((text) => /Content Security Policy|Refused/.test(text))).toEqual([]);
});
