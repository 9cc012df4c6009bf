import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanText } from "../../domain/clean-text.ts";

describe("a typed text that is kept", () => {
  it.each([
    ["is one line with single spaces", "  Amal\n\n\tYusuf  ", "Amal Yusuf"],
    ["has no control characters", "A\0m\u0007al\u0085", "Amal"],
    ["cannot turn the text around it", "\u202eAmal\u202c \u2066x\u2069\u200f\u200e\u061c", "Amal x"],
    ["has no half characters", "Amal\ud83d \udc00!", "Amal !"],
    ["is composed", "Ame\u0301lie", "Amélie"],
    [
      "keeps the joiners of Persian words and emoji families",
      "می\u200cروم 👩\u200d🍳",
      "می\u200cروم 👩\u200d🍳",
    ],
    ["may be empty", " \u202e\0 ", ""],
  ])("%s", (_, typed, kept) => {
    expect(cleanText(typed, 60)).toBe(kept);
  });

  it("is cut without leaving half an emoji", () => {
    expect(cleanText("ab😀", 3)).toBe("ab");
    expect(cleanText("ab😀", 4)).toBe("ab😀");
    expect(cleanText("ab cd", 3)).toBe("ab");
  });

  it("is never too long, broken or reversed, and cleaning it again changes nothing", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.nat(20), (typed, maxChars) => {
        const kept = cleanText(typed, maxChars);
        expect(kept.length).toBeLessThanOrEqual(maxChars);
        expect(kept.isWellFormed()).toBe(true);
        expect(kept).not.toMatch(/\p{Cc}|[\u202a-\u202e\u2066-\u2069\u200e\u200f]/u);
        expect(cleanText(kept, maxChars)).toBe(kept);
      }),
      { numRuns: 1000 },
    );
  });
});
