import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type CodeLength,
  newCredentialCode,
  readCredentialCode,
  showCredentialCode,
} from "../../domain/credential-code.ts";

const draw = (length: CodeLength) =>
  fc.nat({ max: 10 ** (length - 1) - 1 }).map((drawn) => newCredentialCode(() => drawn, length));
const codes = fc.oneof(draw(12), draw(15));
const mistyped = { kind: "typing-mistake" };

describe("the code of a credential", () => {
  it("is eleven random digits and the check digit that Damm's table gives them", () => {
    // 572 with check digit 4 is the worked example that is usually printed with the table.
    expect(newCredentialCode(() => 572)).toBe("000000005724");
    expect(newCredentialCode(() => 0)).toBe("000000000000");
  });

  it("is drawn evenly from all there are", () => {
    const asked: number[] = [];
    newCredentialCode((below) => asked.push(below));
    newCredentialCode((below) => asked.push(below), 15);
    expect(asked).toEqual([10 ** 11, 10 ** 14]);
  });

  it("is shown in three groups, and read back from what was shown", () => {
    expect(showCredentialCode("000000005724")).toBe("0000-0000-5724");
    expect(showCredentialCode("000000000005724")).toBe("00000-00000-05724");
    fc.assert(
      fc.property(codes, (code) => {
        expect(readCredentialCode(showCredentialCode(code))).toEqual({ kind: "code", code });
      }),
    );
  });

  it.each([
    "000000005724",
    " 0000 0000 5724\n",
    "0000–0000—5724",
    "00 00-00 00-57 24",
    "٠٠٠٠ ٠٠٠٠ ٥٧٢٤",
    "۰۰۰۰-۰۰۰۰-۵۷۲۴",
    "০০০০ ০০০০ ৫৭২৪",
    "०००० ०००० ५७२४",
    "၀၀၀၀ ၀၀၀၀ ၅၇၂၄",
    "\u200f0000\u200f-0000-5724\u202c",
    "0️⃣000 0000 5724",
  ])("may be typed %j", (typed) => {
    expect(readCredentialCode(typed)).toEqual({ kind: "code", code: "000000005724" });
  });

  it("with any one digit wrong is a typing mistake", () => {
    fc.assert(
      fc.property(codes, (code) => {
        for (let at = 0; at < code.length; at += 1)
          for (let digit = 0; digit <= 9; digit += 1)
            if (String(digit) !== code[at])
              expect(readCredentialCode(code.slice(0, at) + digit + code.slice(at + 1))).toEqual(mistyped);
      }),
      { numRuns: 200 },
    );
  });

  it("with any two neighbours that changed places is a typing mistake", () => {
    fc.assert(
      fc.property(codes, (code) => {
        for (let at = 0; at + 1 < code.length; at += 1)
          if (code[at] !== code[at + 1]) {
            const swapped = code.slice(0, at) + code[at + 1] + code[at] + code.slice(at + 2);
            expect(readCredentialCode(swapped)).toEqual(mistyped);
          }
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ["1234567890", 10],
    ["0000 0000 572", 11],
    ["0000-0000-57244", 13],
    ["12345678901234567", 17],
  ])("of the wrong length, %j, is told by how many digits it has", (typed, digits) => {
    expect(readCredentialCode(typed)).toEqual({ kind: "wrong-length", digits });
  });

  it.each(["", "2", "hello", "+15550100572", "0000.0000.5724 please", "0000000O5724", "1".repeat(5000), "½"])(
    "is not looked for in %j",
    (typed) => {
      expect(readCredentialCode(typed)).toEqual({ kind: "not-a-code" });
    },
  );

  it("is never read from a text with anything but digits, and any text is read without harm", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), codes, (text, code) => {
        expect(readCredentialCode(`${code}${text}x`)).toEqual({ kind: "not-a-code" });
      }),
    );
  });
});
