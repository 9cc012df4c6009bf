import { describe, expect, test } from "vitest";
import { hourMs, minuteMs } from "../../../domain/moment.ts";
import { letterContent } from "../../../union/letters/letter-content.ts";
import { closeOpening } from "../../../union/openings/end-opening.ts";
import { openSmallFair, type SmallFair } from "./small-fair.ts";

/** A member said yes to a job, and the employer to her; half an hour later. */
async function bothWilling(
  language: "en" | "ar" | "fr" = "en",
  channel: "sms" | "telegram" = "sms",
  employer: Parameters<SmallFair["employer"]>[2] = {},
) {
  const fair = await openSmallFair();
  await fair.member("cook", { language, channel });
  await fair.employer("e", true, employer);
  const openingId = await fair.post("e");
  await fair.rounds();
  await fair.says("cook", "1");
  await fair.pass(30 * minuteMs);
  await fair.decides("e", openingId, "cook", "yes");
  await fair.rounds();
  return { fair, openingId };
}
const introduction = ({ store }: SmallFair) => store.read.introduction.findFirstOrThrow();
const sharing = ({ store }: SmallFair) =>
  store.read.consentEntry.findMany({ where: { topic: "sharing", personId: "cook" } });

describe("an introduction", () => {
  test.each([
    { language: "en", asks: /Bright Kitchen in Gaziantep wants to talk with you/ },
    { language: "ar", asks: /صاحب العمل Bright Kitchen/ },
    { language: "fr", asks: /Bright Kitchen .* veut vous parler/ },
  ] as const)(
    "in $language is asked once by two processes, and her yes gives each the other's contact",
    async ({ language, asks }) => {
      const { fair } = await bothWilling(language);
      const asked = fair.reads("cook").filter((text) => asks.test(text));
      expect(asked).toHaveLength(1);
      expect(asked[0]).not.toMatch(/Deniz|\+1555/);
      await fair.says("cook", "1");
      const [agreed = ""] = fair.reads("cook");
      expect(agreed).toMatch(/Deniz, Bright Kitchen\n\+15550000\d+\ndeniz@kitchen\.example\n/);
      await fair.pass(minuteMs);
      const told = fair.reads("e");
      expect(told.filter((text) => /said yes/.test(text))).toHaveLength(1);
      expect(told.join()).toMatch(/Amal cook.*\n\+15550000/);
      expect(await sharing(fair)).toMatchObject([{ decision: "given", how: "answer", textVersion: 1 }]);
      expect(await introduction(fair)).toMatchObject({ state: "agreed" });
    },
  );

  test("she refuses shares nothing, and the employer hears only that she is not available", async () => {
    const { fair } = await bothWilling();
    await fair.says("cook", "2");
    expect(fair.reads("cook").at(-1)).toMatch(/We share nothing/);
    await fair.pass(minuteMs);
    const told = fair.reads("e").join();
    expect(told).toMatch(/not available any more/);
    expect(told).not.toMatch(/Amal|\+1555/);
    expect(await sharing(fair)).toEqual([]);
  });

  test("is not agreed to by a near miss", async () => {
    const { fair } = await bothWilling();
    fair.reads("cook");
    await fair.says("cook", "ye");
    expect(fair.reads("cook")[0]).toMatch(/did not understand/);
    expect(await introduction(fair)).toMatchObject({ state: "asked" });
  });

  test("lapses after 72 hours, both hear of it once, and a later yes shares nothing", async () => {
    const { fair } = await bothWilling();
    for (const id of ["cook", "e"]) fair.reads(id);
    await fair.pass(73 * hourMs);
    await fair.rounds();
    await fair.pass(minuteMs);
    await fair.rounds();
    expect(fair.reads("cook")).toMatchObject([expect.stringMatching(/You did not answer about job/)]);
    expect(fair.reads("e")).toMatchObject([expect.stringMatching(/not available any more/)]);
    await fair.says("cook", "1");
    expect(fair.reads("cook")).toMatchObject([expect.stringMatching(/too late.*Nothing was shared/)]);
    expect(await sharing(fair)).toEqual([]);
  });

  test("is not asked of somebody who has sent STOP, erased herself, or whose job is over", async () => {
    const fair = await openSmallFair();
    for (const id of ["stopped", "erased", "over"]) await fair.member(id);
    await fair.employer("e");
    const openingId = await fair.post("e");
    await fair.rounds();
    for (const id of ["stopped", "erased", "over"]) await fair.says(id, "1");
    for (const id of ["stopped", "erased", "over"]) await fair.decides("e", openingId, id, "yes");
    await fair.says("stopped", "STOP");
    await fair.says("erased", "DELETE");
    await fair.says("erased", "1");
    await fair.store.write.once((tx) =>
      closeOpening(tx, { openingId, actor: "employer:e", now: fair.runtime.clock.now() }),
    );
    for (const id of ["stopped", "erased", "over"]) fair.reads(id);
    await fair.pass(30 * minuteMs);
    await fair.rounds();
    expect(fair.reads("stopped")).toEqual([]);
    expect(fair.reads("erased")).toEqual([]);
    expect(fair.reads("over").join()).not.toMatch(/wants to talk/);
    expect(await fair.store.read.introduction.count({ where: { state: "asked" } })).toBe(0);
    expect(await fair.store.read.card.count({ where: { personId: "erased" } })).toBe(0);
  });

  test("asked on Telegram, where she has no number, tells her to write first", async () => {
    const { fair } = await bothWilling("en", "telegram");
    const asked = fair.reads("cook").at(-1) ?? "";
    await fair.taps("cook", "yes");
    expect(fair.reads("cook")[0]).toMatch(/They have your name, but no number/);
    // The old button again: answered before, and nothing more is shared.
    await fair.taps("cook", "no", asked);
    expect(fair.reads("cook")[0]).toMatch(/answered this before/);
    expect(await introduction(fair)).toMatchObject({ state: "agreed" });
    expect(await sharing(fair)).toHaveLength(1);
  });

  test.each([
    { email: null, person: true },
    { email: "deniz@kitchen.example", person: false },
  ])(
    "between two who have only Telegram brings in a person ($person) unless there is an e-mail address ($email)",
    async ({ email, person }) => {
      const { fair } = await bothWilling("en", "telegram", { channel: "telegram", email });
      await fair.taps("cook", "yes");
      await fair.pass(minuteMs);
      const cases = await fair.store.read.case.findMany();
      expect(cases.map(({ reason, personId, addressId }) => [reason, personId, addressId])).toEqual(
        person ? [["introduction", "cook", "a-cook"]] : [],
      );
      expect(/A caseworker helps you/.test(fair.reads("cook").join())).toBe(person);
      const told = fair.reads("e").at(-1) ?? "";
      expect(told).toMatch(/said yes.*Amal cook/);
      expect(/A caseworker helps you/.test(told)).toBe(person);
      expect(/will write to you/.test(told)).toBe(!person);
      // The bot goes on answering her.
      await fair.says("cook", "HELP");
      expect(fair.reads("cook").join()).toMatch(/MENU/);
    },
  );

  test("that was agreed to ends when she takes her yes back, and the employer hears it", async () => {
    const { fair, openingId } = await bothWilling();
    await fair.says("cook", "1");
    await fair.pass(minuteMs);
    for (const id of ["cook", "e"]) fair.reads(id);
    const { code } = await fair.store.read.opening.findUniqueOrThrow({ where: { id: openingId } });
    for (const text of ["MENU", "1", "2", code]) await fair.says("cook", text);
    await fair.pass(minuteMs);
    expect(fair.reads("e")).toMatchObject([expect.stringMatching(/not available any more/)]);
    expect(await introduction(fair)).toMatchObject({ state: "withdrawn" });
  });
});

describe("an employer who has a member's name and number", () => {
  /** Both said yes; what came of it was read. */
  async function introduced(email: string | null = "deniz@kitchen.example") {
    const { fair } = await bothWilling("en", "sms", { email });
    await fair.says("cook", "1");
    await fair.pass(minuteMs);
    for (const id of ["cook", "e"]) fair.reads(id);
    return fair;
  }
  const letters = async ({ store }: SmallFair) =>
    (await store.read.letter.findMany({ orderBy: { createdAt: "asc" } })).map(({ kind }) => kind);
  const erase = async (fair: SmallFair) => {
    await fair.says("cook", "DELETE");
    await fair.says("cook", "1");
    await fair.pass(minuteMs);
  };

  test("is asked once to delete both when she erases herself, by text and letter, and neither names her", async () => {
    const fair = await introduced();
    expect(await letters(fair)).toEqual(["introduction"]);
    await erase(fair);
    expect(fair.reads("e")).toEqual([
      expect.stringMatching(
        /^A1 for job .{3} asked to be forgotten\. Please delete their name and number\.$/,
      ),
    ]);
    // The letter that would have named her never leaves; the other is about a card that shows nobody.
    expect(await letters(fair)).toEqual(["forget"]);
    const { about } = await fair.store.read.letter.findFirstOrThrow();
    const look = { now: fair.runtime.clock.now(), smallest: 5 };
    const letter = { kind: "forget", about: about ?? "" } as const;
    expect(await letterContent(fair.store.read, fair.runtime, letter, look)).toMatchObject({
      ...{ kind: "forget", card: "A1", employer: "Bright Kitchen", livelihood: "cook" },
    });
    const card = await fair.store.read.card.findUniqueOrThrow({ where: { id: about ?? "" } });
    expect([card.code, card.personId]).toEqual(["A1", null]);
    const kept = await fair.store.read.messagePart.findMany();
    expect(kept.map(({ payload }) => payload).join()).not.toMatch(/Amal|cook/);
    expect(await fair.store.read.person.count()).toBe(0);
  });

  test("is asked when she takes sharing back, and not again when she erases herself later", async () => {
    const fair = await introduced();
    await fair.says("cook", "STOP SHARE");
    await fair.pass(minuteMs);
    expect(fair.reads("cook").join()).toMatch(/We ask employers who got your number to delete it/);
    expect(fair.reads("e").join()).toMatch(/asked to be forgotten/);
    expect(await introduction(fair)).toMatchObject({ state: "withdrawn" });
    await erase(fair);
    expect(fair.reads("e")).toEqual([]);
    expect(await letters(fair)).toEqual(["forget"]);
  });

  test("for more than 30 days is not asked when she takes sharing back, but is when she erases herself", async () => {
    const fair = await introduced();
    await fair.pass(31 * 24 * hourMs);
    fair.reads("e");
    await fair.says("cook", "STOP SHARE");
    await fair.pass(minuteMs);
    expect(fair.reads("e")).toEqual([]);
    await erase(fair);
    expect(fair.reads("e").join()).toMatch(/asked to be forgotten/);
  });

  test("only wanted to talk with her hears nothing of it", async () => {
    const { fair } = await bothWilling();
    await fair.says("cook", "2");
    await fair.pass(minuteMs);
    fair.reads("e");
    await erase(fair);
    expect(fair.reads("e")).toEqual([]);
    expect(await letters(fair)).not.toContain("forget");
  });
});
