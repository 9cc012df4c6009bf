import Fastify, { type FastifyInstance } from "fastify";
import { expect, it, onTestFinished } from "vitest";
import { keepLetters } from "../../../server/letters/keep-letters.ts";
import { writeLetter } from "../../../server/letters/write-letter.ts";
import { mailbox } from "../../../server/mailbox/mailbox.ts";
import { queueLetter } from "../../../union/letters/queue-letter.ts";
import { sendLetters } from "../../../union/letters/send-letters.ts";
import { type SmallMarket, smallMarket } from "../../union/digests/small-market.ts";

async function withMailbox(): Promise<SmallMarket & { readonly app: FastifyInstance }> {
  const market = await smallMarket();
  const app = Fastify();
  app.register(mailbox(market.means));
  onTestFinished(() => app.close());
  return { ...market, app };
}

const note = (market: SmallMarket, key: string, change: object = {}) =>
  market.write((tx) =>
    queueLetter(tx, {
      key,
      kind: "sign-in",
      recipient: "carla@union.example",
      language: "en",
      subject: `Letter ${key}`,
      text: "Here it is.",
      html: "<p>Here it is.</p>",
      headers: { "Auto-Submitted": "auto-generated" },
      now: market.now(),
      ...change,
    }),
  );

it("the mailbox lists the letters, the newest first, and looks again by itself", async () => {
  const market = await withMailbox();
  expect((await market.app.inject("/mailbox")).body).toContain("No letters yet.");
  await note(market, "one");
  market.pass(1000);
  await note(market, "two");
  const { body } = await market.app.inject("/mailbox");
  expect(body.indexOf("Letter two")).toBeLessThan(body.indexOf("Letter one"));
  expect(body).toContain('<meta http-equiv="refresh" content="3">');
});

it("a digest is there with its words, as text and in a frame that runs nothing", async () => {
  const market = await withMailbox();
  await market.saysYes(await market.member());
  await market.digests();
  await sendLetters(market.means, { transport: keepLetters, write: writeLetter, smallest: 1 });
  const { id } = await market.store.read.letter.findFirstOrThrow();
  const { body, headers } = await market.app.inject(`/mailbox/${id}`);
  expect(body).toContain('sandbox="allow-popups allow-popups-to-escape-sandbox"');
  expect(body).toContain('srcdoc="&lt;!doctype html&gt;');
  expect(body).toContain("A1: Tailor");
  expect(body).toContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
  expect(headers["content-security-policy"]).toContain("default-src 'none'");
});

it("a letter's subject and words are shown and not run", async () => {
  const market = await withMailbox();
  const nasty = "</pre><script>alert(1)</script>";
  const id = await note(market, "nasty", { subject: nasty, text: nasty, html: `"><script>x</script>` });
  for (const url of ["/mailbox", `/mailbox/${id}`]) {
    const { body } = await market.app.inject(url);
    expect(body).not.toContain("<script");
    expect(body).toContain("&lt;script&gt;");
  }
});

it("a letter that is not there is not found, and one without words yet says so", async () => {
  const market = await withMailbox();
  expect((await market.app.inject("/mailbox/none")).statusCode).toBe(404);
  await market.saysYes(await market.member());
  await market.digests();
  const { id } = await market.store.read.letter.findFirstOrThrow();
  expect((await market.app.inject(`/mailbox/${id}`)).body).toContain("It has no words yet.");
});
