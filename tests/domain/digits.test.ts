import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldDigits } from "../../domain/digits.ts";

/** Digits as the language data of the platform writes them, an independent source. */
const written = Intl.supportedValuesOf("numberingSystem")
  .map((numberingSystem) => ({
    numberingSystem,
    digits: new Intl.NumberFormat("en", { numberingSystem, useGrouping: false }).format(9876543210),
  }))
  .filter(({ digits }) => /^\p{Nd}{10}$/u.test(digits));

describe("numbers typed in a person's own script", () => {
  it.each([
    ["٠١٢٣٤٥٦٧٨٩", "Arabic"],
    ["۰۱۲۳۴۵۶۷۸۹", "Persian"],
    ["०१२३४५६७८९", "Devanagari"],
    ["০১২৩৪৫৬৭৮৯", "Bengali"],
    ["０１２３４５６７８９", "full-width"],
    ["0️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣8️⃣9️⃣", "keycap emoji"],
    ["𝟬𝟭𝟮𝟯𝟰𝟱𝟲𝟳𝟴𝟵", "mathematical bold"],
  ])("%s are read (%s)", (digits) => {
    expect(foldDigits(digits)).toBe("0123456789");
  });

  it("are read in every number system the platform can write", () => {
    expect(written.length).toBeGreaterThan(40);
    for (const { digits, numberingSystem } of written)
      expect({ numberingSystem, read: foldDigits(digits) }).toEqual({ numberingSystem, read: "9876543210" });
  });

  it("leave no digit of any script behind and change nothing else", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.constantFrom(...written), (text, { digits }) => {
        const folded = foldDigits(text + digits);
        expect(folded).not.toMatch(/[^\P{Nd}0-9]/u);
        expect(folded.endsWith("9876543210")).toBe(true);
        expect(foldDigits(folded)).toBe(folded);
      }),
    );
    expect(foldDigits("غرفة ٤, tel. 12, # * ten 🔟 \ud83d")).toBe("غرفة 4, tel. 12, # * ten 10 \ud83d");
  });
});
