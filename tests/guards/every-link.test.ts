import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { digestSpeech } from "../../bot/employers/digest-speech.ts";
import { dayMs } from "../../domain/moment.ts";
import { keepLetters } from "../../server/letters/keep-letters.ts";
import { writeLetter } from "../../server/letters/write-letter.ts";
import { sendLetters } from "../../union/letters/send-letters.ts";
import { kept } from "./kept.ts";
import { openSeededService, type SeededService } from "./seeded-service.ts";

let seeded: SeededService;
let site: string;
beforeAll(async () => {
  seeded = await openSeededService();
  site = seeded.runtime.publicUrl;
  // A member of staff has asked for a link to sign in by.
  await seeded.browser().post("/console/sign-in", { form: { email: "ayse@union.example" } });
  await sendLetters(seeded.runtime, { transport: keepLetters, write: writeLetter });
});
afterAll(() => seeded.close());

const ownPaths = (text: string): readonly string[] => {
  const whole = text.match(/https?:\/\/[^\s"'<>)]+/g) ?? [];
  const own = whole.filter((link) => link.startsWith(`${site}/`)).map((link) => link.slice(site.length));
  const within = Array.from(
    text.matchAll(/(?:href|src|action|hx-get|hx-post)="(\/[^"]*)"/g),
    ([, path = ""]) => path,
  );
  return [...own, ...within].map((path) => path.replaceAll("&amp;", "&").split("#")[0] ?? path);
};

/** Every link in a letter, a text and a page that nobody signs in for, and in the pages behind those. */
async function everyLink(): Promise<ReadonlySet<string>> {
  const { store } = seeded.runtime;
  const letters = await store.read.letter.findMany();
  const texts = await store.read.messagePart.findMany();
  const words = [
    ...letters.flatMap(({ text, html, headers }) => [text ?? "", html ?? "", headers]),
    ...texts.map(({ payload }) => payload),
    ...seeded.employers.map(({ digest }) => digest.pageUrl),
    ...seeded.codes.map((code) => `${site}/v/${code}`),
  ];
  const links = new Set(["/v", "/terms", "/console/sign-in", "/api/docs", ...words.flatMap(ownPaths)]);
  // A set goes on with what is added to it: the links of every page are followed.
  for (const url of links) {
    if (links.size > 200) throw new Error("The links do not come to an end.");
    const { body, headers } = await seeded.app.inject({ url });
    if (String(headers["content-type"]).startsWith("text/html"))
      for (const path of ownPaths(body)) links.add(path);
  }
  return links;
}

describe("a mail scanner that opens every link there is", () => {
  it("changes nothing, however often and in whatever way it looks, but for the count of looks at a code", async () => {
    const links = await everyLink();
    for (const part of ["/d/", "/unsubscribe", "/console/sign-in/", "/v/"])
      expect(
        [...links].some((link) => link.includes(part)),
        part,
      ).toBe(true);
    // Whoever looks at a paper is counted, as a hash, so that nobody can guess codes.
    const before = await kept(seeded.runtime.store, ["VerifyTry"]);
    for (const url of [...links, ...links])
      for (const method of ["GET", "HEAD"] as const) {
        const { statusCode } = await seeded.app.inject({ method, url });
        expect(statusCode, `${method} ${url}`).toBeLessThan(500);
      }
    expect(await kept(seeded.runtime.store, ["VerifyTry"])).toEqual(before);
  });

  it("leaves the link for signing in good for the one who asked for it, once", async () => {
    const browser = seeded.browser();
    await browser.post("/console/sign-in", { form: { email: "ayse@union.example" } });
    const letters = await seeded.runtime.store.read.letter.findMany({ where: { kind: "sign-in" } });
    const paths = letters.flatMap(({ text }) => ownPaths(text ?? ""));
    expect(paths.length).toBeGreaterThan(1);
    for (const url of paths) await seeded.app.inject({ url });
    const opened: number[] = [];
    for (const path of paths) opened.push((await browser.post(path)).statusCode);
    expect(opened.toSorted()).toEqual([303, ...paths.slice(1).map(() => 403)]);
    const before = await kept(seeded.runtime.store);
    for (const path of paths) {
      await browser.get(path);
      const again = await browser.post(path);
      expect(again.statusCode).toBe(403);
      expect(again.body).toMatch(/This link (?:was used|is too old|is not)|already|not valid|another/i);
    }
    expect(await kept(seeded.runtime.store)).toEqual(before);
  });
});

describe("a digest", () => {
  /** As everybody of the seeded union is called, lives and works; none of it stands in a text of ours. */
  const hers = /Q\d+zx|\+?9055501770|\+?9055502880|MU-70\d\d|from30|person\d|address\d|holder\d/;

  it("says nothing of who is on it: in its letter, on its page, in every chat and in the API", async () => {
    const { runtime, app, employers } = seeded;
    const [{ digest, key }] = employers;
    expect(digest.cards.length).toBeGreaterThan(1);
    const letter = await runtime.store.read.letter.findUniqueOrThrow({
      where: { key: `digest:${digest.digestId}` },
    });
    const page = await app.inject({ url: new URL(digest.pageUrl).pathname });
    const api = await app.inject({ url: "/api/openings", headers: { authorization: `Bearer ${key}` } });
    const chats = (["sms", "whatsapp", "telegram"] as const).flatMap((channel) =>
      (["en", "fr", "ar"] as const).map((language) =>
        JSON.stringify(digestSpeech(digest, language, channel, runtime.locales)),
      ),
    );
    for (const said of [letter.text ?? "", letter.html ?? "", page.body, ...chats]) {
      expect(said).toContain("A1");
      expect(said).not.toMatch(hers);
    }
    expect(api.json().openings).toHaveLength(1);
    expect(api.body).not.toMatch(hers);
    expect(letter.headers + (letter.subject ?? "")).not.toMatch(hers);
  });
});

describe("a link that is too old", () => {
  it("answers politely and does nothing", async () => {
    const links = [...(await everyLink())].filter((link) => /^\/d\/[^/]*\.|^\/console\/sign-in\//.test(link));
    expect(links.length).toBeGreaterThan(3);
    seeded.forward(61 * dayMs);
    const before = await kept(seeded.runtime.store);
    for (const url of links) {
      const browser = seeded.browser();
      const answer = await browser.post(url, { form: { card: "A1", verdict: "yes" } });
      expect([403, 404, 410], url).toContain(answer.statusCode);
      expect(answer.headers["content-type"]).toContain("text/html");
    }
    expect(await kept(seeded.runtime.store)).toEqual(before);
  });
});
