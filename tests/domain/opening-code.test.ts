import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { openingCode, openingCodes, readOpeningCode } from "../../domain/opening-code.ts";

describe("the code of an opening", () => {
  it("is never given to two of the openings until all codes are used up, and then begins again", () => {
    const codes = Array.from({ length: openingCodes }, (_, at) => openingCode(at + 1));
    expect(openingCodes).toBeGreaterThan(9000);
    expect(new Set(codes).size).toBe(openingCodes);
    expect(openingCode(openingCodes + 1)).toBe(codes[0]);
    expect(codes.filter((code) => readOpeningCode(code) !== code)).toEqual([]);
    expect(codes.filter((code) => /[^2-9ACDEFHJKMNPRTVWXY]/.test(code) || code.length !== 3)).toEqual([]);
    expect(codes.filter((code) => /^[A-Z]\d\d$|^[A-Z]+$|^\d+$/.test(code))).toEqual([]);
    expect(codes).toContain("4F7");
  });

  test.each(["4F7", "4f7", " 4 f 7 ", "#4F7", "4-F-7", "٤f٧", "４Ｆ７", "4F7.", "(4f7)"])(
    "is read from %j",
    (typed) => {
      expect(readOpeningCode(typed)).toBe("4F7");
    },
  );

  test.each([
    ["4fs", "4F5"],
    ["zF7", "2F7"],
    ["Bf7", "8F7"],
    ["4g7x", null],
    ["4u7", "4V7"],
  ])("mistyped %s is read as %s", (typed, code) => {
    expect(readOpeningCode(typed)).toBe(code);
  });

  test.each([
    "",
    "4F",
    "4F77",
    "447",
    "ABC",
    "bus",
    "A12",
    "F44",
    "4O7",
    "4I7",
    "4L7",
    "401",
    "4F7 please",
    "4\u0000F7x",
  ])("is not read from %j", (typed) => {
    expect(readOpeningCode(typed)).toBeNull();
  });

  it("is refused to what is no serial, and any text is read without harm", () => {
    for (const serial of [0, -1, 1.5, Number.NaN]) expect(() => openingCode(serial)).toThrow(RangeError);
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (typed) => {
        const code = readOpeningCode(typed);
        return code === null || code.length === 3;
      }),
    );
  });
});
