import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldText } from "../../domain/fold-text.ts";

describe("what a person types is recognised", () => {
  it.each([
    ["  YES!  ", "yes"],
    ["Oui, ça va", "oui, ca va"],
    ["ARRÊT", "arret"],
    ["D’accord", "d'accord"],
    ["SŒUR", "soeur"],
    ["e\u0301te\u0301", "ete"],
    ["ＳＴＯＰ", "stop"],
    ["stop\u200b\u00a0 jobs\u200e", "stop jobs"],
    ["«STOP»", "stop"],
    ["2.", "2"],
    ["(٢)", "2"],
    ["۳", "3"],
    ["1️⃣", "1"],
    ["ІЇ", "іі"],
  ])("%s as %s", (typed, folded) => {
    expect(foldText(typed)).toBe(folded);
  });

  it.each([
    ["the four forms of alef", ["أحمد", "إحمد", "آحمد", "ٱحمد", "احمد"]],
    ["yeh with and without dots", ["على", "علي", "علی"]],
    ["teh marbuta and heh", ["غرفة", "غرفه"]],
    ["Arabic and Persian kaf", ["كتاب", "کتاب"]],
    ["with and without vowel signs", ["مَرْحَبًا", "مرحبا"]],
    ["stretched letters", ["مـــرحبا", "مرحبا"]],
    ["Turkish capitals on any keyboard", ["İPTAL", "IPTAL", "ıptal", "iptal"]],
    ["typewriter and typographic apostrophes", ["l'arabe", "l’arabe", "L‘ARABE"]],
  ])("alike: %s", (_, spellings) => {
    expect(new Set(spellings.map(foldText)).size).toBe(1);
  });

  it("keeps words apart that only differ in the vowels of an Indic script", () => {
    expect(foldText("কি")).not.toBe(foldText("কা"));
    expect(foldText("हाँ")).not.toBe(foldText("हो"));
  });

  it("keeps punctuation where there is nothing else, as ? asks for help in every language", () => {
    expect(foldText(" ? ")).toBe("?");
    expect(foldText("؟")).toBe("?");
    expect(foldText("👍")).toBe("👍");
    expect(foldText(" \n\0 ")).toBe("");
  });

  it("takes any string, and folding again changes nothing", () => {
    const typed = fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" }));
    fc.assert(
      fc.property(typed, (text) => {
        const folded = foldText(`${text}\0\ud83d`);
        expect(foldText(folded)).toBe(folded);
        expect(folded).not.toMatch(/[\p{Cs}\p{Cf}\p{Cc}]|[^\P{Nd}0-9]|^\s|\s$|\s\s/u);
      }),
      { numRuns: 1000 },
    );
  });
});
