import Fastify, { type FastifyInstance, type LightMyRequestResponse } from "fastify";
import { describe, expect, it, onTestFinished } from "vitest";
import { languages } from "../../../domain/language.ts";
import { dayMs } from "../../../domain/moment.ts";
import { digestPage } from "../../../server/digest-page/digest-page.ts";
import { keepLetters } from "../../../server/letters/keep-letters.ts";
import { writeLetter } from "../../../server/letters/write-letter.ts";
import { digestToken } from "../../../union/digests/digest-link.ts";
import { sendLetters } from "../../../union/letters/send-letters.ts";
import { secretsFrom } from "../../../union/secrets.ts";
import { type SmallMarket, smallMarket } from "../../union/digests/small-market.ts";
import { allRows } from "./all-rows.ts";

interface Page extends SmallMarket {
  readonly app: FastifyInstance;
  /** The path of the page, and of the way out, as they stand in the letter. */
  readonly page: string;
  readonly unsubscribe: string;
  decides(form: Readonly<Record<string, string>>, path?: string): Promise<LightMyRequestResponse>;
}

/** A digest of three candidates, its letter, and the page behind it. */
async function digestWithPage(language = "en"): Promise<Page> {
  const market = await smallMarket();
  await market.write((tx) => tx.employer.update({ where: { id: "employer" }, data: { language } }));
  for (let n = 0; n < 3; n += 1) await market.saysYes(await market.member());
  await market.digests();
  await sendLetters(market.means, { transport: keepLetters, write: writeLetter, smallest: 1 });
  const letter = await market.store.read.letter.findFirstOrThrow();
  const paths = (letter.text ?? "").match(/(?<=https:\/\/union\.example)\/d\/\S+/g) ?? [];
  const app = Fastify();
  app.register(digestPage(market.means, 1));
  onTestFinished(() => app.close());
  const [page = "", unsubscribe = ""] = paths;
  return {
    ...market,
    app,
    page,
    unsubscribe,
    decides: (form, path = page) =>
      app.inject({
        method: "POST",
        url: path,
        headers: { "content-type": "application/x-www-form-urlencoded" },
        payload: new URLSearchParams(form).toString(),
      }),
  };
}

describe("the page behind a digest's link", () => {
  it("shows the candidates and a form for each, in the employer's language", async () => {
    for (const language of languages) {
      const { app, page } = await digestWithPage(language);
      const { statusCode, body } = await app.inject(page);
      expect(statusCode).toBe(200);
      expect(body).toContain(`<html lang="${language}" dir="${language === "ar" ? "rtl" : "ltr"}">`);
      expect(body.match(/<form method="post"/g)).toHaveLength(6);
      expect(body).not.toMatch(/Name\d|\+90555|25-34|Kilis|<script/);
    }
  });

  it("may do nothing in a browser but send its forms, and is told to nobody", async () => {
    const { app, page, unsubscribe } = await digestWithPage();
    for (const url of [page, unsubscribe, "/d/nothing"]) {
      const { headers } = await app.inject(url);
      expect(headers).toMatchObject({
        "content-security-policy":
          "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
        "referrer-policy": "no-referrer",
        "x-robots-tag": "noindex, nofollow",
        "cache-control": "no-store",
      });
    }
    expect((await app.inject("/d/style.css")).headers["content-type"]).toContain("text/css");
  });

  it("notes a yes, and says so again when the button is pressed again", async () => {
    const { app, page, decides, store } = await digestWithPage();
    const first = await decides({ card: "A1", verdict: "yes" });
    expect(first.statusCode).toBe(200);
    expect(first.body).toContain("A1: Noted: yes.");
    const again = await decides({ card: "A1", verdict: "no" });
    expect(again.statusCode).toBe(200);
    expect(again.body).toContain("A1: You said yes on 24 November 2026. That stands.");
    expect(await store.read.introduction.count()).toBe(1);
    expect((await app.inject(page)).body.match(/<form method="post"/g)).toHaveLength(4);
  });

  it("notes a no with its reason, and without", async () => {
    const { decides, store } = await digestWithPage();
    await decides({ card: "A1", verdict: "no", reason: "distance" });
    await decides({ card: "A2", verdict: "no", reason: "" });
    expect(await store.read.card.findMany({ orderBy: { code: "asc" } })).toMatchObject([
      { verdict: "no", reason: "distance", decidedHow: "page" },
      { verdict: "no", reason: null },
      { verdict: null },
    ]);
  });

  it.each<readonly [string, Readonly<Record<string, string>>]>([
    ["no card", { verdict: "yes" }],
    ["a card that is not in it", { card: "B7", verdict: "yes" }],
    ["no verdict", { card: "A1" }],
    ["a verdict that is none", { card: "A1", verdict: "maybe" }],
    ["a reason that is none", { card: "A1", verdict: "no", reason: "hair" }],
    ["a card of a thousand signs", { card: "A".repeat(1000), verdict: "yes" }],
    ["more than a form holds", { card: "A1", verdict: "yes", note: "x".repeat(10_000) }],
  ])("answers a form with %s in words, and changes nothing", async (_what, form) => {
    const { decides, store } = await digestWithPage();
    const before = await allRows(store);
    const { statusCode, body, headers } = await decides(form);
    expect([400, 413]).toContain(statusCode);
    expect(headers["content-type"]).toContain("text/html");
    expect(body).toContain("Nothing was changed");
    expect(await allRows(store)).toEqual(before);
  });

  it("shows a closed job, and who is not available any more, without a form", async () => {
    const { app, page, write, decides, store } = await digestWithPage();
    await write((tx) => tx.person.delete({ where: { id: "person-1" } }));
    expect((await app.inject(page)).body).toContain("Not available any more");
    expect((await decides({ card: "A1", verdict: "yes" })).body).toContain("A1: Not available any more");
    await write((tx) => tx.opening.update({ where: { id: "opening" }, data: { state: "closed" } }));
    const { body } = await app.inject(page);
    expect(body).toContain("This job is closed");
    expect(body).not.toContain("<form");
    expect((await decides({ card: "A2", verdict: "yes" })).statusCode).toBe(200);
    expect(await store.read.introduction.count()).toBe(0);
  });

  it("does not run what an employer called the place", async () => {
    const { app, page, write } = await digestWithPage();
    const place = "<script>alert(1)</script>\" onload='x'";
    await write((tx) => tx.opening.update({ where: { id: "opening" }, data: { place } }));
    const { body } = await app.inject(page);
    expect(body).toContain("&lt;script&gt;");
    expect(body).not.toContain("<script");
  });
});

describe("whoever only opens links changes nothing", () => {
  it("not a mail scanner that asks for every link of the letter, three times and in every way but POST", async () => {
    const { app, page, unsubscribe, store } = await digestWithPage();
    const before = await allRows(store);
    // A set goes on with what is added to it: every link of every page is followed.
    const links = new Set([page, unsubscribe]);
    for (const url of links) {
      const { body } = await app.inject(url);
      for (const [, more = ""] of body.matchAll(/(?:href|action)="([^"]+)"/g)) links.add(more);
    }
    expect(links.size).toBe(3);
    for (const url of [...links, ...links, ...links])
      for (const method of ["GET", "HEAD", "OPTIONS"] as const) await app.inject({ method, url });
    expect(await allRows(store)).toEqual(before);
  });
});

describe("a link that does not lead anywhere any more answers politely and does nothing", () => {
  it.each<readonly [string, number, (page: Page) => string | Promise<string>]>([
    [
      "too old",
      410,
      ({ page, pass }) => {
        pass(14 * dayMs);
        return page;
      },
    ],
    ["changed by one letter", 404, ({ page }) => page.slice(0, -1) + (page.endsWith("A") ? "B" : "A")],
    ["cut short", 404, ({ page }) => page.slice(0, -5)],
    [
      "made longer to live",
      404,
      ({ page }) => page.replace(/\.([0-9a-z]+)\./, (_all, expires: string) => `.z${expires}.`),
    ],
    [
      "of another digest",
      404,
      ({ page }) => page.replace(/\/d\/(\w+)\./, (_all, id: string) => `/d/${"f".repeat(id.length)}.`),
    ],
    [
      "made with another secret",
      404,
      ({ now }) => {
        const digest = { id: "00", createdAt: now() };
        return `/d/${digestToken(secretsFrom("another"), "page", digest)}`;
      },
    ],
    ["for unsubscribing", 404, ({ unsubscribe }) => unsubscribe.replace("/unsubscribe", "")],
    [
      "of an employer who may not hire through us any more",
      404,
      async ({ page, write }) => {
        await write((tx) => tx.employer.update({ where: { id: "employer" }, data: { state: "refused" } }));
        return page;
      },
    ],
    [
      "of a digest that is gone",
      404,
      async ({ page, write }) => {
        await write((tx) => tx.opening.delete({ where: { id: "opening" } }));
        return page;
      },
    ],
  ])("%s: %i", async (_what, status, change) => {
    const digest = await digestWithPage();
    const path = await change(digest);
    const before = await allRows(digest.store);
    const shown = await digest.app.inject({ url: path, headers: { "accept-language": "fr-FR,fr;q=0.9" } });
    const posted = await digest.decides({ card: "A1", verdict: "yes" }, path);
    expect([shown.statusCode, posted.statusCode]).toEqual([status, status]);
    expect(shown.body).toContain('<html lang="fr" dir="ltr">');
    expect(await allRows(digest.store)).toEqual(before);
  });
});

describe("no more letters", () => {
  const takesLetters = async ({ store }: Page) => (await store.read.employer.findFirstOrThrow()).takesLetters;

  it("is a button, not a link", async () => {
    const page = await digestWithPage();
    const shown = await page.app.inject(page.unsubscribe);
    expect(shown.body).toContain(`<form method="post" action="${page.unsubscribe}">`);
    expect(await takesLetters(page)).toBe(true);
  });

  it.each([
    ["a form", "application/x-www-form-urlencoded", "List-Unsubscribe=One-Click"],
    [
      "parts",
      "multipart/form-data; boundary=x",
      '--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n',
    ],
    ["nothing", undefined, undefined],
  ])("is done by one POST of a mail program, sent as %s, and once", async (_how, type, payload) => {
    const page = await digestWithPage();
    const post = () =>
      page.app.inject({
        method: "POST",
        url: page.unsubscribe,
        ...(type === undefined ? {} : { headers: { "content-type": type } }),
        ...(payload === undefined ? {} : { payload }),
      });
    expect((await post()).statusCode).toBe(200);
    expect(await takesLetters(page)).toBe(false);
    expect((await post()).statusCode).toBe(200);
    expect(await page.store.read.auditEntry.count({ where: { action: "letters.ended" } })).toBe(1);
  });

  it("works for 60 days, longer than the page, and no letter goes out after it", async () => {
    const page = await digestWithPage();
    page.pass(59 * dayMs);
    expect((await page.app.inject({ method: "POST", url: page.unsubscribe })).statusCode).toBe(200);
    await page.saysYes(await page.member());
    await page.write((tx) =>
      tx.opening.update({ where: { id: "opening" }, data: { state: "open", startsOn: "2027-01-23" } }),
    );
    await page.digests();
    expect(page.told.digests).toHaveLength(2);
    expect(await page.store.read.letter.count()).toBe(1);
    page.pass(dayMs);
    expect((await page.app.inject(page.unsubscribe)).statusCode).toBe(410);
  });

  it("is refused to whoever invents a link", async () => {
    const page = await digestWithPage();
    const url = page.unsubscribe.replace("/unsubscribe", "x/unsubscribe");
    expect((await page.app.inject({ method: "POST", url })).statusCode).toBe(404);
    expect(await takesLetters(page)).toBe(true);
  });
});
