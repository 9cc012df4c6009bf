import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldAccents } from "../../domain/fold-accents.ts";
import { countSegments, isGsm7 } from "../../domain/sms-segments.ts";

describe("making an SMS cheaper by its accents", () => {
  it.each([
    ["fr", "Êtes-vous prête ? Reçu à l’hôtel…", "Etes-vous prete ? Recu à l'hotel..."],
    ["fr", "« Ma sœur » – 5 €", '" Ma soeur " - 5 €'],
    ["fr", "e\u0301te\u0301", "été"],
    ["es", "Trabajo mañana: cuándo, dónde, ¿sí?", "Trabajo mañana: cuando, donde, ¿si?"],
    ["tr", "İş ilanı: aşçı, Ağrı", "Is ilani: asci, Agri"],
    ["en", "New job: “Welder” – Gdańsk, ask Łukasz", 'New job: "Welder" - Gdansk, ask Lukasz'],
  ])("writes the %s text %s plainly", (language, text, plain) => {
    expect(foldAccents(text, language)).toBe(plain);
  });

  it("keeps the accents that cost nothing", () => {
    expect(foldAccents("éèàùìòñöüÇ fête", "fr")).toBe("éèàùìòñöüÇ fete");
    expect(foldAccents("é — ok", "fr")).toBe("é - ok");
  });

  it.each([
    ["ar", "مرحبا – أهلاً"],
    ["fr", "Bienvenue à la fête 🎉"],
    ["en", "Ask Amal (أمل) – today…"],
  ])("leaves a %s text alone that would stay expensive anyway: %s", (language, text) => {
    expect(foldAccents(text, language)).toBe(text);
  });

  it("touches no letter of a language nobody has made a table for", () => {
    expect(foldAccents("“Cần việc”", "vi")).toBe("“Cần việc”");
  });

  it("never makes a text longer in parts, never half-changes it, and is done after once", () => {
    const letters = fc.constantFrom(
      "a",
      "ê",
      "ç",
      "œ",
      "…",
      "’",
      "\u00a0",
      "\u200f",
      "ş",
      "ł",
      "م",
      "😀",
      "\ud83d",
    );
    const text = fc.array(letters, { maxLength: 200, size: "max" }).map((found) => found.join(""));
    fc.assert(
      fc.property(text, fc.constantFrom("en", "fr", "ar", "tr"), (original, language) => {
        const folded = foldAccents(original, language);
        expect(folded === original || isGsm7(folded)).toBe(true);
        expect(countSegments(folded).segments).toBeLessThanOrEqual(countSegments(original).segments);
        expect(foldAccents(folded, language)).toBe(folded);
      }),
    );
  });
});
