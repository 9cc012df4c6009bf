import fc from "fast-check";
import Fastify from "fastify";
import { expect, it, onTestFinished } from "vitest";
import { languages } from "../../../domain/language.ts";
import { livelihoods } from "../../../domain/livelihoods.ts";
import { minuteMs } from "../../../domain/moment.ts";
import { digestPage } from "../../../server/digest-page/digest-page.ts";
import { keepLetters } from "../../../server/letters/keep-letters.ts";
import { writeLetter } from "../../../server/letters/write-letter.ts";
import { sendLetters } from "../../../union/letters/send-letters.ts";
import { smallMarket } from "../../union/digests/small-market.ts";

/** Words that stand in none of our texts: where one of them shows up, it came from the member. */
const word = fc
  .array(fc.constantFrom("xq", "zw", "جظ", "ظط", "qj", "wx"), { minLength: 4, maxLength: 8 })
  .map((parts) => parts.join(""));
const member = fc.record({
  name: word,
  place: word,
  work: word,
  workOther: word,
  ageBand: fc.constantFrom("18-24", "25-34", "35-49", "50+"),
  livelihood: fc.option(fc.constantFrom(...livelihoods.map(({ id }) => id))),
  years: fc.option(fc.integer({ min: 0, max: 60 })),
  language: fc.constantFrom(...languages),
});

it("whoever a member is, nothing an employer is shown says who", async () => {
  const market = await smallMarket();
  const app = Fastify();
  app.register(digestPage(market.means, 1));
  onTestFinished(() => app.close());
  // No two people have the same number, not even when a failure is made smaller.
  let people = 0;
  await fc.assert(
    fc.asyncProperty(member, fc.constantFrom(...languages), async (who, language) => {
      const { work, workOther, ...told } = who;
      people += 1;
      const phone = `+905559${700_000 + people}`;
      const number = `MU-${70_000 + people}-Z`;
      const id = await market.member({ ...told, phone });
      const openingId = `opening-${id}`;
      await market.write(async (tx) => {
        await tx.person.update({ where: { id }, data: { work, workOther, number } });
        await tx.employer.update({ where: { id: "employer" }, data: { language } });
      });
      await market.opening(openingId, { code: "7K2" });
      await market.saysYes(id, openingId);
      // Who has not said for how many years is shown after a little while.
      market.pass(2 * minuteMs);
      const { digests } = await market.digests();
      await sendLetters(market.means, { transport: keepLetters, write: writeLetter, smallest: 1 });
      const [digest] = digests;
      const letter = await market.store.read.letter.findUniqueOrThrow({
        where: { key: `digest:${digest?.digestId}` },
      });
      const page = await app.inject(new URL(digest?.pageUrl ?? "").pathname);
      const { addressId } = await market.store.read.addressHolder.findFirstOrThrow({
        where: { personId: id },
      });
      expect(page.body).toContain("A1");
      expect(letter.text).toContain("A1");
      const everything = [JSON.stringify(digest), JSON.stringify(letter), page.body].join("\n");
      const { name, place, ageBand } = who;
      for (const hers of [name, place, work, workOther, phone, phone.slice(1), number, ageBand, addressId])
        expect(everything).not.toContain(hers);
      expect(everything.replaceAll(openingId, "")).not.toContain(id);
      await market.write((tx) => tx.opening.update({ where: { id: openingId }, data: { state: "closed" } }));
    }),
    { numRuns: 20 },
  );
});
