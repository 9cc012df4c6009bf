import { describe, expect, it } from "vitest";
import { dayMs, hourMs, minuteMs } from "../../../domain/moment.ts";
import { decideCards } from "../../../union/digests/decide-cards.ts";
import { digestsDue, moreCards } from "../../../union/digests/digests-due.ts";
import { withdrawFrom } from "../../../union/introductions/withdraw.ts";
import { resumeOpening } from "../../../union/openings/pause-opening.ts";
import { type SmallMarket, smallMarket } from "./small-market.ts";

const codes = ({ told }: SmallMarket): readonly (readonly string[])[] =>
  told.digests.map(({ cards }) => cards.map(({ code }) => code));

describe("an employer hears of those who said yes", () => {
  it("at once of the first, and of the others in the morning, five at a time", async () => {
    const market = await smallMarket();
    for (let n = 0; n < 8; n += 1) {
      await market.saysYes(await market.member());
      await market.digests();
    }
    expect(codes(market)).toEqual([["A1"]]);
    market.pass(dayMs);
    await market.digests();
    expect(codes(market)).toEqual([["A1"], ["A2", "A3", "A4", "A5", "A6"]]);
    expect(market.told.digests[1]).toMatchObject({
      employerId: "employer",
      addressId: "employer-phone",
      openingCode: "4F7",
      told: 8,
      interested: 8,
      waiting: 6,
      more: 2,
    });
    expect(market.rung).toEqual(["letters", "letters"]);
  });

  it("of one who is still being asked for how long she has done the work when she has said it, or after two minutes", async () => {
    const market = await smallMarket();
    const amina = await market.member({ years: null });
    await market.saysYes(amina);
    await market.digests();
    expect(codes(market)).toEqual([]);
    await market.write((tx) => tx.person.update({ where: { id: amina }, data: { years: 6 } }));
    await market.digests();
    expect(market.told.digests[0]?.cards).toMatchObject([{ code: "A1", experience: "5-9" }]);
    const silent = await smallMarket();
    await silent.saysYes(await silent.member({ years: null }));
    silent.pass(2 * minuteMs);
    await silent.digests();
    expect(silent.told.digests[0]?.cards).toMatchObject([{ code: "A1", experience: null }]);
  });

  it("once, however often and however many at a time the round is done", async () => {
    const market = await smallMarket();
    await market.saysYes(await market.member());
    await Promise.all([market.digests(), market.digests(), market.digests()]);
    await market.digests();
    expect(codes(market)).toEqual([["A1"]]);
    expect(await market.store.read.digest.count()).toBe(1);
    expect(await market.store.read.letter.findMany()).toMatchObject([
      { kind: "digest", recipient: "jobs@atelier.example", state: "queued" },
    ]);
  });

  it("again in the next round, when the chat could not be told", async () => {
    const market = await smallMarket();
    await market.saysYes(await market.member());
    const broken = {
      digest: () => Promise.reject(new Error("the outbox is full")),
      paused: async () => undefined,
    };
    await expect(digestsDue(market.means, broken, 1)).rejects.toThrow("1 openings failed");
    expect(await market.store.read.digest.count()).toBe(0);
    expect(await market.store.read.letter.count()).toBe(0);
    await market.digests();
    expect(codes(market)).toEqual([["A1"]]);
  });

  it("at once of all, when she asks for MORE", async () => {
    const market = await smallMarket();
    const more = () =>
      market.write((tx) =>
        moreCards(tx, market.means, { employerId: "employer", now: market.now(), smallest: 1 }),
      );
    for (let n = 0; n < 7; n += 1) await market.saysYes(await market.member());
    await market.digests();
    expect((await more())?.cards.map(({ code }) => code)).toEqual(["A6", "A7"]);
    expect(await more()).toBeNull();
  });

  it.each([
    ["who is not verified", { state: "waiting" }],
    ["who was refused", { state: "refused" }],
    ["who wants no digests", { digestEvery: "off" }],
  ])("but not one %s", async (_who, data) => {
    const market = await smallMarket();
    await market.saysYes(await market.member());
    await market.write((tx) => tx.employer.update({ where: { id: "employer" }, data }));
    await market.digests();
    expect(codes(market)).toEqual([]);
    expect(await market.store.read.card.findMany()).toMatchObject([{ state: "new", shownAt: null }]);
  });

  it("and not of an opening that is held, closed or over", async () => {
    const market = await smallMarket();
    await market.saysYes(await market.member());
    for (const data of [
      { state: "held" },
      { state: "closed" },
      { state: "open", validUntil: market.now() },
    ]) {
      await market.write((tx) => tx.opening.update({ where: { id: "opening" }, data }));
      await market.digests();
    }
    expect(codes(market)).toEqual([]);
  });

  it("in the chat alone where she has no e-mail or wants none", async () => {
    const market = await smallMarket();
    await market.write((tx) =>
      tx.employer.update({ where: { id: "employer" }, data: { takesLetters: false } }),
    );
    await market.saysYes(await market.member());
    await market.digests();
    expect(codes(market)).toEqual([["A1"]]);
    expect(await market.store.read.letter.count()).toBe(0);
  });
});

describe("nobody is shown", () => {
  it("who took her yes back, sent STOP, or was erased before the digest", async () => {
    const market = await smallMarket();
    const [amina, layla, nour, rima] = [
      await market.member(),
      await market.member(),
      await market.member(),
      await market.member(),
    ];
    for (const person of [amina, layla, nour, rima]) await market.saysYes(person);
    await market.write((tx) =>
      withdrawFrom(tx, { openingId: "opening", personId: amina, now: market.now() }),
    );
    await market.stops(layla);
    await market.write((tx) => tx.person.delete({ where: { id: nour } }));
    await market.digests();
    expect(codes(market)).toEqual([["A4"]]);
  });

  it("who would stand out: she is held until enough look like her", async () => {
    const market = await smallMarket();
    await market.saysYes(await market.member());
    await market.crowd(3);
    await market.digests(5);
    expect(codes(market)).toEqual([]);
    await market.member();
    await market.digests(5);
    expect(codes(market)).toEqual([["A1"]]);
  });
});

describe("an employer who does not answer", () => {
  it("is reminded after two digests, and after a week the opening is paused and those who wait are known", async () => {
    const market = await smallMarket();
    const [amina, layla, nour] = [await market.member(), await market.member(), await market.member()];
    await market.saysYes(amina);
    await market.digests();
    await market.saysYes(layla);
    market.pass(dayMs);
    await market.digests();
    await market.saysYes(nour);
    market.pass(dayMs);
    await market.digests();
    market.pass(dayMs);
    await market.digests();
    expect(market.told.digests.map(({ kind }) => kind)).toEqual(["cards", "cards", "reminder"]);
    expect(codes(market)[2]).toEqual(["A1", "A2"]);
    market.pass(4 * dayMs);
    await market.digests();
    await market.digests();
    expect(market.told.paused).toEqual([
      {
        openingId: "opening",
        openingCode: "4F7",
        livelihood: "tailor",
        employerId: "employer",
        addressId: "employer-phone",
        personIds: [amina, layla, nour],
      },
    ]);
    expect(await market.store.read.opening.findFirst()).toMatchObject({ state: "paused" });
    // A caseworker lets it go on for her: the silence so far does not pause it again.
    const act = { openingId: "opening", actor: "staff:one", now: market.now() } as const;
    expect(await market.store.write.once((tx) => resumeOpening(tx, act))).toBe(true);
    await market.digests();
    expect(await market.store.read.opening.findFirst()).toMatchObject({ state: "open" });
  });

  it("and then says one word, is neither reminded nor paused", async () => {
    const market = await smallMarket();
    await market.saysYes(await market.member());
    await market.saysYes(await market.member());
    await market.digests();
    market.pass(hourMs);
    await decideCards(market.means, {
      employerId: "employer",
      openingId: "opening",
      decisions: [{ card: "A1", verdict: "no", reason: null }],
      how: "text",
      now: market.now(),
    });
    for (let day = 0; day < 10; day += 1) {
      market.pass(dayMs);
      await market.digests();
    }
    expect(market.told.digests).toHaveLength(1);
    expect(market.told.paused).toEqual([]);
  });
});
