import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { blendIn, type Cell, sameField } from "../../../union/digests/crowd.ts";

const cell = (members: number, change: Partial<Cell> = {}): Cell => ({
  livelihood: "tailor",
  years: 6,
  language: "ar",
  members,
  ...change,
});
const hers = { livelihood: "tailor", years: 6, language: "ar" };

describe("what tells a member apart is shown only as far as five look the same", () => {
  it("all of it, where there are five like her", () => {
    expect(blendIn(hers, [cell(5)], 5)).toEqual({ work: "work.tailor", experience: "5-9", language: "ar" });
  });

  it("her field instead of her work, where tailors are few", () => {
    const cells = [cell(2), cell(3, { livelihood: "embroidery" })];
    expect(blendIn(hers, cells, 5)).toEqual({ work: "group.sewing", experience: "5-9", language: "ar" });
  });

  it("a wider band, where few have worked as long", () => {
    const cells = [cell(2), cell(3, { years: 12 })];
    expect(blendIn(hers, cells, 5)).toEqual({ work: "group.sewing", experience: "5+", language: "ar" });
  });

  it("no language, where few write in hers", () => {
    const cells = [cell(2), cell(3, { language: "fr" })];
    expect(blendIn(hers, cells, 5)).toEqual({ work: "group.sewing", experience: "5+", language: null });
  });

  it("no years at all, where the others are beginners", () => {
    const cells = [cell(2), cell(3, { years: 1 })];
    expect(blendIn(hers, cells, 5)).toEqual({ work: "group.sewing", experience: null, language: null });
  });

  it("nothing, where there are four", () => {
    expect(blendIn(hers, [cell(4), cell(50, { livelihood: "mason" })], 5)).toBeNull();
  });

  it("no years of somebody who did not say how many", () => {
    expect(blendIn({ ...hers, years: null }, [cell(5)], 5)).toMatchObject({ experience: null });
  });

  it("other work is a field of its own", () => {
    expect(blendIn({ ...hers, livelihood: null }, [cell(5), cell(5, { livelihood: null })], 5)).toMatchObject(
      { work: "work.other" },
    );
    expect(sameField(null)).toBeNull();
    expect(sameField("tailor")).toContain("embroidery");
  });
});

const cells = fc.array(
  fc.record({
    livelihood: fc.constantFrom("tailor", "embroidery", "shoes", "mason", null),
    years: fc.option(fc.integer({ min: 0, max: 40 })),
    language: fc.constantFrom("ar", "fr", "en"),
    members: fc.integer({ min: 1, max: 4 }),
  }),
  { minLength: 1, maxLength: 12 },
);

const bounds = { "0-1": [0, 1], "2-4": [2, 4], "5-9": [5, 9], "10+": [10, 99], "0-4": [0, 4], "5+": [5, 99] };

it("for any union of members: whoever is shown looks like at least so many", () => {
  fc.assert(
    fc.property(cells, fc.integer({ min: 1, max: 8 }), (all, smallest) => {
      for (const one of all) {
        const shown = blendIn(one, all, smallest);
        if (shown === null) continue;
        const { experience, language, work } = shown;
        const [from = 0, to = 99] = experience === null ? [] : bounds[experience];
        const alike = all
          .filter((other) =>
            work.startsWith("group.")
              ? sameField(one.livelihood)?.includes(other.livelihood ?? "")
              : other.livelihood === one.livelihood,
          )
          .filter((other) => language === null || other.language === language)
          .filter(({ years }) => experience === null || (years !== null && years >= from && years <= to))
          .reduce((sum, { members }) => sum + members, 0);
        expect(alike).toBeGreaterThanOrEqual(smallest);
      }
    }),
    { numRuns: 200 },
  );
});
