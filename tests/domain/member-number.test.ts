import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { memberNumber, readMemberNumber } from "../../domain/member-number.ts";

const numbers = fc.integer({ min: 1, max: 10_000_000 }).map(memberNumber);
/** Numbers with the place of one of their digits. */
const withPlace = numbers.chain((number) =>
  fc.tuple(fc.constant(number), fc.integer({ min: 3, max: number.length - 3 })),
);

describe("a member number", () => {
  it("is never given to two of the first 200,000 members, and is read back", () => {
    const given = new Set<string>();
    for (let serial = 1; serial <= 200_000; serial += 1) {
      const number = memberNumber(serial);
      if (readMemberNumber(number) !== number) expect(readMemberNumber(number)).toBe(number);
      given.add(number);
    }
    expect(given.size).toBe(200_000);
  });

  it("has four digits for the first 10,000 members, then five, then six, then seven", () => {
    expect(memberNumber(1)).toMatch(/^MU-\d{4}-[A-Z]$/);
    expect(memberNumber(10_000)).toMatch(/^MU-\d{4}-[A-Z]$/);
    expect(memberNumber(10_001)).toMatch(/^MU-[1-9]\d{4}-[A-Z]$/);
    expect(memberNumber(100_001)).toMatch(/^MU-[1-9]\d{5}-[A-Z]$/);
    expect(memberNumber(10_000_000)).toMatch(/^MU-[1-9]\d{6}-[A-Z]$/);
  });

  it("does not tell who joined next", () => {
    for (let serial = 1; serial < 1000; serial += 1) {
      const [here, next] = [serial, serial + 1].map((at) => Number(memberNumber(at).slice(3, 7)));
      expect(Math.abs((here ?? 0) - (next ?? 0))).toBeGreaterThan(1000);
    }
  });

  it.each(["MU-4821-K", "mu-4821-k", "MU4821K", " mu 4821 k ", "MU–٤٨٢١–K", "ＭＵ-४८२१-Ｋ"])(
    "may be typed %s",
    (typed) => {
      expect(readMemberNumber(typed)).toBe("MU-4821-K");
    },
  );

  it.each([
    "",
    "MU",
    "4821",
    "MU-4821",
    "MU-482-K",
    "MU-4821-KK",
    "MU-04821-K",
    "MU-4821-Q",
    "I am MU-4821-K",
    "MU-4821-\0",
  ])("is not read from %j", (typed) => {
    expect(readMemberNumber(typed)).toBeNull();
  });

  it("is refused with any one digit wrong", () => {
    fc.assert(
      fc.property(withPlace, fc.integer({ min: 1, max: 9 }), ([number, at], more) => {
        const wrong = (Number(number[at]) + more) % 10;
        expect(readMemberNumber(number.slice(0, at) + wrong + number.slice(at + 1))).toBeNull();
      }),
      { numRuns: 2000 },
    );
  });

  it("is refused with any two digits that changed places", () => {
    fc.assert(
      fc.property(withPlace, fc.nat(), ([number, at], seed) => {
        const other = 3 + (seed % (number.length - 5));
        fc.pre(number[at] !== number[other]);
        const swapped = [...number];
        [swapped[at], swapped[other]] = [swapped[other]!, swapped[at]!];
        expect(readMemberNumber(swapped.join(""))).toBeNull();
      }),
      { numRuns: 2000 },
    );
  });

  it("is refused with any other letter, and any text is read without harm", () => {
    fc.assert(
      fc.property(numbers, fc.constantFrom(..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"), (number, letter) => {
        const typed = number.slice(0, -1) + letter;
        expect(readMemberNumber(typed)).toBe(typed === number ? number : null);
      }),
    );
    fc.assert(fc.property(fc.string({ unit: "binary" }), (typed) => readMemberNumber(typed) === null));
  });

  it.each([0, -1, 1.5, Number.NaN, 10_000_001])("is refused to a serial of %s", (serial) => {
    expect(() => memberNumber(serial)).toThrow(RangeError);
  });
});
