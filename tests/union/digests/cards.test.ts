import { describe, expect, it } from "vitest";
import { cardCode, cardPlace } from "../../../union/digests/card-code.ts";
import { withdrawFrom } from "../../../union/introductions/withdraw.ts";
import { smallMarket } from "./small-market.ts";

describe("the code of a card", () => {
  it("is A1 to A9, then B1, and after Z9 A10", () => {
    expect([0, 8, 9, 233, 234, 323, 324, 2573].map(cardCode)).toEqual([
      "A1",
      "A9",
      "B1",
      "Z9",
      "A10",
      "A99",
      "B10",
      "Z99",
    ]);
  });

  it("is another one for every place, and leads back to it", () => {
    const codes = Array.from({ length: 2574 }, (_, place) => cardCode(place));
    expect(new Set(codes).size).toBe(2574);
    expect(codes.map(cardPlace)).toEqual(codes.map((_, place) => place));
  });

  it("is none for a place that is none, and no place for a code that is none", () => {
    for (const place of [-1, 0.5, 2574]) expect(() => cardCode(place)).toThrow(RangeError);
    expect(["", "A0", "a1", "AA1", "A100", "1A"].map(cardPlace)).toEqual([-1, -1, -1, -1, -1, -1]);
  });
});

describe("a member who says yes to an opening", () => {
  it("has one card of it, however often she says so", async () => {
    const { member, saysYes, store } = await smallMarket();
    const amina = await member();
    expect([await saysYes(amina), await saysYes(amina)]).toEqual(["A1", "A1"]);
    expect(await store.read.card.count()).toBe(1);
  });

  it("gets a code that nobody of this opening had before, even if the last one was erased", async () => {
    const { member, saysYes, write } = await smallMarket();
    const [amina, layla, nour] = [await member(), await member(), await member()];
    expect([await saysYes(amina), await saysYes(layla)]).toEqual(["A1", "A2"]);
    await write((tx) => tx.person.delete({ where: { id: layla } }));
    expect(await saysYes(nour)).toBe("A3");
  });

  it("is numbered anew in every opening", async () => {
    const { member, saysYes, opening } = await smallMarket();
    const amina = await member();
    await opening("second", { code: "7K2" });
    expect([await saysYes(amina), await saysYes(amina, "second")]).toEqual(["A1", "A1"]);
  });

  it("and took it back, has the same card again", async () => {
    const { member, saysYes, store, write, now } = await smallMarket();
    const amina = await member();
    await saysYes(amina);
    const withdraw = () =>
      write((tx) => withdrawFrom(tx, { openingId: "opening", personId: amina, now: now() }));
    expect(await withdraw()).toEqual({ kind: "withdrawn" });
    expect(await withdraw()).toEqual({ kind: "nothing" });
    expect(await saysYes(amina)).toBe("A1");
    expect(await store.read.card.findMany()).toMatchObject([{ code: "A1", state: "new" }]);
  });
});
