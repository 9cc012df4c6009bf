import { describe, expect, it } from "vitest";
import { costOf, countDraft } from "../../server/sim/browser/part-counter.ts";

describe("the part counter", () => {
  it("counts an English text against 160, and from the second part on against 153 each", () => {
    expect(countDraft("").shown).toBe("0/160");
    expect(countDraft("hello").shown).toBe("5/160");
    expect(countDraft("a".repeat(161)).shown).toBe("161/306 2 parts");
  });

  it("counts an Arabic text against 70", () => {
    expect(countDraft("مرحبا").shown).toBe("5/70");
    expect(countDraft("مرحبا").spoken).toBe("5 of 70 characters, 1 part, UCS-2");
  });

  it("says what a received text cost, by the server's count where there is one", () => {
    expect(costOf({ text: "hello", segments: null })).toBe("1 part GSM-7");
    expect(costOf({ text: "hello", segments: { encoding: "ucs2", units: 99, segments: 2 } })).toBe(
      "2 parts UCS-2",
    );
  });
});
