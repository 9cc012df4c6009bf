import { describe, expect, it } from "vitest";
import { hourMs, minuteMs } from "../../../domain/moment.ts";
import { keepLetters } from "../../../server/letters/keep-letters.ts";
import { smtpTransport } from "../../../server/letters/smtp-transport.ts";
import { writeLetter } from "../../../server/letters/write-letter.ts";
import { decideCards } from "../../../union/digests/decide-cards.ts";
import { answerIntroduction } from "../../../union/introductions/answer-introduction.ts";
import { markAsked } from "../../../union/introductions/due-introductions.ts";
import { withdrawFrom } from "../../../union/introductions/withdraw.ts";
import { queueLetter } from "../../../union/letters/queue-letter.ts";
import { sendLetters } from "../../../union/letters/send-letters.ts";
import type { Transport } from "../../../union/letters/transport.ts";
import { type SmallMarket, smallMarket } from "../../union/digests/small-market.ts";
import { aMailServer, refusal } from "./a-mail-server.ts";

const from = "Migrant Union <post@union.example>";
const sends = (market: SmallMarket, transport: Transport) =>
  sendLetters(market.means, { transport, write: writeLetter, smallest: 1 });

const note = (market: SmallMarket, change: object = {}) =>
  market.write((tx) =>
    queueLetter(tx, {
      key: "note",
      kind: "sign-in",
      recipient: "carla@union.example",
      language: "en",
      subject: "Your link",
      text: "Here it is.",
      html: "<p>Here it is.</p>",
      headers: {},
      now: market.now(),
      ...change,
    }),
  );

const onlyLetter = (market: SmallMarket) => market.store.read.letter.findFirstOrThrow();

describe("a digest as another mail server takes it", () => {
  it("states number, trade, place and job, and can be ended with one click", async () => {
    const server = await aMailServer();
    const market = await smallMarket();
    await market.saysYes(await market.member());
    await market.saysYes(await market.member());
    await market.digests();
    expect(await sends(market, smtpTransport({ smtpUrl: server.url, from }))).toBe(1);
    const [letter] = server.taken;
    const header = (key: string) => letter?.headers.find((one) => one.key === key)?.value;
    expect(letter?.subject).toBe("Tailor for Gaziantep, job 4F7: 2 candidates");
    expect(letter?.to).toEqual([{ name: "", address: "jobs@atelier.example" }]);
    expect(letter?.from).toEqual({ name: "Migrant Union", address: "post@union.example" });
    expect(header("auto-submitted")).toBe("auto-generated");
    expect(header("list-unsubscribe-post")).toBe("List-Unsubscribe=One-Click");
    expect(header("list-unsubscribe")).toMatch(/^<https:\/\/union\.example\/d\/[\w.-]+\/unsubscribe>$/);
    const { id } = await onlyLetter(market);
    expect(letter?.messageId).toBe(`<${id}@union.example>`);
    expect(letter?.text).toContain("Members told: 2. Interested: 2. Waiting for your answer: 2.");
    expect(letter?.text).toContain("A1: Tailor");
    expect(letter?.text).toContain("5 to 9 years of experience");
    expect(letter?.text).toMatch(/https:\/\/union\.example\/d\/[\w.-]+\n/);
  });

  it("says the same as text and as HTML, and loads nothing", async () => {
    const server = await aMailServer();
    const market = await smallMarket();
    await market.saysYes(await market.member());
    await market.digests();
    await sends(market, smtpTransport({ smtpUrl: server.url, from }));
    const { text = "", html = "" } = server.taken[0] ?? {};
    const words = html
      .replaceAll(/<title>.*?<\/title>/g, "")
      .replaceAll(/<[^>]*>/g, " ")
      .replaceAll("&#39;", "'")
      .split(/\s+/);
    const missing = text
      .split(/\s+/)
      .filter((word) => word !== "--" && !word.startsWith("https://"))
      .map((word) => word.replace(/:$/, ""))
      .filter((word) => !words.some((other) => other.replace(/:$/, "") === word));
    expect(missing).toEqual([]);
    expect(html).toContain('<html lang="en" dir="ltr">');
    expect(html).not.toMatch(/<(img|script|link|form|iframe)|@import|url\(/i);
  });

  it("is written from right to left in Arabic, with its subject intact", async () => {
    const server = await aMailServer();
    const market = await smallMarket();
    await market.write((tx) => tx.employer.update({ where: { id: "employer" }, data: { language: "ar" } }));
    await market.saysYes(await market.member());
    await market.digests();
    await sends(market, smtpTransport({ smtpUrl: server.url, from }));
    expect(server.taken[0]?.subject).toBe("خياط في Gaziantep، الوظيفة 4F7: مرشح واحد");
    expect(server.taken[0]?.html).toContain('<html lang="ar" dir="rtl">');
    expect(server.taken[0]?.text?.match(/^\s*[A-Za-z](?!ttp)/gm)).toBeNull();
  });

  it("keeps an employer's own words harmless in headers and HTML", async () => {
    const server = await aMailServer();
    const market = await smallMarket();
    const place = "Antep\r\nBcc: all@union.example <script>alert(1)</script>";
    await market.write((tx) => tx.opening.update({ where: { id: "opening" }, data: { place } }));
    await market.saysYes(await market.member());
    await market.digests();
    await sends(market, smtpTransport({ smtpUrl: server.url, from }));
    expect(server.taken[0]?.bcc ?? []).toEqual([]);
    expect(server.taken[0]?.html).not.toContain("<script");
    expect(server.taken).toHaveLength(1);
  });
});

describe("a letter is written when it leaves", () => {
  it("so who took her yes back meanwhile is not in it, and with nobody left it is not sent", async () => {
    const server = await aMailServer();
    const market = await smallMarket();
    const [amina, layla] = [await market.member(), await market.member()];
    await market.saysYes(amina);
    await market.saysYes(layla);
    await market.digests();
    const withdraw = (personId: string) =>
      market.write((tx) => withdrawFrom(tx, { openingId: "opening", personId, now: market.now() }));
    await withdraw(amina);
    expect(await onlyLetter(market)).toMatchObject({ text: null, html: null });
    await withdraw(layla);
    await sends(market, smtpTransport({ smtpUrl: server.url, from }));
    expect(server.taken).toHaveLength(0);
    expect(await onlyLetter(market)).toMatchObject({ state: "dropped", dueAt: null });
  });

  it("and its words do not stay in the database once it was sent", async () => {
    const server = await aMailServer();
    const market = await smallMarket();
    const amina = await market.member({ name: "Amina", phone: "+905550112233" });
    await market.saysYes(amina);
    await market.digests();
    await decideCards(market.means, {
      employerId: "employer",
      openingId: "opening",
      decisions: [{ card: "A1", verdict: "yes" }],
      how: "page",
      now: market.now(),
    });
    const { id } = await market.store.read.introduction.findFirstOrThrow();
    await market.write((tx) => markAsked(tx, id, market.now()));
    const answer = { introductionId: id, personId: amina, addressId: "address-1", answer: "agreed" } as const;
    await market.write((tx) => answerIntroduction(tx, { ...answer, now: market.now() }));
    await sends(market, smtpTransport({ smtpUrl: server.url, from }));
    const letter = server.taken.find(({ subject }) => subject?.includes("wants to hear"));
    expect(letter?.text).toContain("Name: Amina");
    expect(letter?.text).toContain("Telephone: +905550112233");
    const rows = await market.store.read.letter.findMany();
    expect(JSON.stringify(rows)).not.toMatch(/Amina|112233/);
    expect(rows.map(({ state }) => state).sort()).toEqual(["dropped", "sent"]);
  });
});

describe("a letter leaves once", () => {
  it("for one key, however often it is asked for and however many rounds run at a time", async () => {
    const server = await aMailServer();
    const market = await smallMarket();
    const transport = smtpTransport({ smtpUrl: server.url, from });
    expect(await note(market)).toBe(await note(market, { subject: "Another" }));
    await Promise.all([sends(market, transport), sends(market, transport)]);
    await sends(market, transport);
    expect(server.taken.map(({ subject }) => subject)).toEqual(["Your link"]);
  });

  it("and again with the same Message-ID when nobody knows what became of it", async () => {
    let isDeaf = true;
    const server = await aMailServer();
    const market = await smallMarket();
    const line = smtpTransport({ smtpUrl: server.url, from });
    const flaky: Transport = {
      send: async (letter) => {
        const outcome = await line.send(letter);
        return isDeaf ? { kind: "unreachable", reason: "ETIMEDOUT" } : outcome;
      },
    };
    await note(market);
    await sends(market, flaky);
    expect(await onlyLetter(market)).toMatchObject({ state: "queued", attempts: 1, reason: "ETIMEDOUT" });
    isDeaf = false;
    await sends(market, flaky);
    expect(server.taken).toHaveLength(1);
    market.pass(minuteMs);
    await sends(market, flaky);
    expect(await onlyLetter(market)).toMatchObject({ state: "sent", attempts: 2 });
    expect(new Set(server.taken.map(({ messageId }) => messageId)).size).toBe(1);
  });

  it("is tried again when the sender died with it", async () => {
    const server = await aMailServer();
    const market = await smallMarket();
    await note(market);
    const dies: Transport = { send: () => Promise.reject(new Error("killed")) };
    await expect(sends(market, dies)).rejects.toThrow("killed");
    expect(await onlyLetter(market)).toMatchObject({ state: "sending" });
    const transport = smtpTransport({ smtpUrl: server.url, from });
    expect(await sends(market, transport)).toBe(0);
    market.pass(10 * minuteMs);
    await sends(market, transport);
    expect(server.taken).toHaveLength(1);
  });
});

describe("a letter that a server does not take", () => {
  it("fails for good on 5xx, with the code and no address as its reason", async () => {
    const server = await aMailServer({
      onRcptTo: (_address, _session, done) => done(refusal(550, "no carla@union.example here")),
    });
    const market = await smallMarket();
    await note(market);
    await sends(market, smtpTransport({ smtpUrl: server.url, from }));
    expect(await onlyLetter(market)).toMatchObject({
      state: "failed",
      reason: "EENVELOPE 550",
      dueAt: null,
      text: null,
    });
  });

  it("is tried five times on 4xx, later each time", async () => {
    const server = await aMailServer({ onRcptTo: (_address, _session, done) => done(refusal(451)) });
    const market = await smallMarket();
    const transport = smtpTransport({ smtpUrl: server.url, from });
    await note(market);
    const waits: number[] = [];
    for (let round = 0; round < 10; round += 1) {
      const tried = await sends(market, transport);
      const { dueAt } = await onlyLetter(market);
      if (tried === 0 || dueAt === null) break;
      waits.push(dueAt.getTime() - market.now().getTime());
      market.pass(waits.at(-1) ?? 0);
    }
    expect(waits).toEqual([minuteMs, 5 * minuteMs, 30 * minuteMs, 2 * hourMs]);
    expect(await onlyLetter(market)).toMatchObject({ state: "failed", attempts: 5, reason: "EENVELOPE 451" });
  });

  it("waits when our password was refused, or nobody answers", async () => {
    const server = await aMailServer({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: (_auth, _session, done) => done(refusal(535)),
    });
    const market = await smallMarket();
    await note(market);
    const smtpUrl = server.url.replace("smtp://", "smtp://name:wrong@");
    await sends(market, smtpTransport({ smtpUrl, from }));
    expect(await onlyLetter(market)).toMatchObject({ state: "queued", reason: "EAUTH 535" });
    market.pass(minuteMs);
    await sends(market, smtpTransport({ smtpUrl: "smtp://127.0.0.1:1", from }));
    expect(await onlyLetter(market)).toMatchObject({ state: "queued", attempts: 2 });
  });
});

it("in the simulation a letter stays here, with its words", async () => {
  const market = await smallMarket();
  await market.saysYes(await market.member());
  await market.digests();
  await sends(market, keepLetters);
  const letter = await onlyLetter(market);
  expect(letter).toMatchObject({ state: "kept", subject: "Tailor for Gaziantep, job 4F7: 1 candidate" });
  expect(letter.text).toContain("A1: Tailor");
  expect(letter.html).toContain("A1: Tailor");
});

it.each([
  ["en", /^Job 4F7: candidate A1 asked to be forgotten$/, /Please delete their name, their number/],
  ["fr", /^Emploi 4F7 : la personne A1/, /effacer son nom, son numéro/],
  ["ar", /4F7/, /الرجاء حذف الاسم والرقم/],
] as const)("a letter in %s asks to forget a candidate by her card alone", (language, subject, text) => {
  const about = { employer: "Bakery", openingCode: "4F7", livelihood: "cook", place: "Mersin" };
  const letter = writeLetter({ kind: "forget", card: "A1", ...about }, language);
  expect(letter.subject).toMatch(subject);
  expect(letter.text).toMatch(text);
  expect(letter.html).toMatch(text);
});
