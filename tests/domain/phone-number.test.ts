import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countryOf, maskPhoneNumber, readPhoneNumber } from "../../domain/phone-number.ts";

describe("a phone number", () => {
  it.each([
    ["+90 555 000 11 22", undefined, "+905550001122"],
    ["0555 000 11 22", "TR", "+905550001122"],
    ["٠٥٥٥ ٠٠٠ ١١ ٢٢", "TR", "+905550001122"],
    ["۰۵۵۵۰۰۰۱۱۲۲", "TR", "+905550001122"],
    ["００９０５５５０００１１２２", undefined, "+905550001122"],
    ["0090 555 000 1122", undefined, "+905550001122"],
    ["\u202a+90 555 000 11 22\u202c", undefined, "+905550001122"],
    ["my number is 0799 123 456.", "JO", "+962799123456"],
  ])("written %s is read", (typed, country, number) => {
    expect(readPhoneNumber(typed, country)).toBe(number);
  });

  it.each([
    ["no digits", "hello", "TR"],
    ["too few digits", "12", "TR"],
    ["too many digits", "+90555000112233445", undefined],
    ["no country code and no country known", "0555 000 11 22", undefined],
    ["no country code and a country nobody knows", "0555 000 11 22", "XX"],
    ["nothing", "", "TR"],
  ])("with %s is refused", (_, typed, country) => {
    expect(readPhoneNumber(typed, country)).toBeNull();
  });

  it("belongs to the country of its code and range", () => {
    expect(countryOf("+905550001122")).toBe("TR");
    expect(countryOf("+14165551234")).toBe("CA");
    expect(countryOf("+77011234567")).toBe("KZ");
    expect(countryOf("+15550001122")).toBe("US");
    expect(countryOf("+80012345678")).toBeNull();
    expect(countryOf("US.13491208655302741918")).toBeNull();
  });

  it("is shown with its country code and last two digits only", () => {
    expect(maskPhoneNumber("+905550001122")).toBe("+90********22");
    expect(maskPhoneNumber("+15550001122")).toBe("+1********22");
    expect(maskPhoneNumber("5550001122")).toBe("***");
    expect(maskPhoneNumber("call Amal")).toBe("***");
  });

  it("once read is read the same again, and any text is read without harm", () => {
    const country = fc.constantFrom("TR", "JO", "KE", "CO", "US", "XX");
    const digits = fc.stringMatching(/^\+?[0-9 ()-]{5,18}$/);
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), digits), country, (typed, from) => {
        const number = readPhoneNumber(typed, from);
        if (number === null) return;
        expect(number).toMatch(/^\+[1-9]\d{2,16}$/);
        expect(readPhoneNumber(number)).toBe(number);
        expect(maskPhoneNumber(number)).not.toContain(number.slice(-4));
      }),
      { numRuns: 500 },
    );
  });
});
