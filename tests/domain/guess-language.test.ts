import { describe, expect, it } from "vitest";
import { guessLanguage } from "../../domain/guess-language.ts";
import type { Language } from "../../domain/language.ts";

const greetings = new Map<string, Language>([
  ["bonjour", "fr"],
  ["bon soir", "fr"],
  ["adherer", "fr"],
  ["salam", "ar"],
  ["hello", "en"],
]);

describe("the language of a first message", () => {
  it.each([
    ["مرحبا", "ar"],
    ["JOIN مرحبا", "ar"],
    ["٢", "ar"],
    ["Salam!", "ar"],
    ["BONJOUR", "fr"],
    ["Bonjour, je cherche du travail", "fr"],
    ["bon  soir", "fr"],
    ["ADHÉRER", "fr"],
    ["hello bonjour", "en"],
    ["join", "en"],
    ["1", "en"],
    ["", "en"],
    ["\ud83d\0", "en"],
    ["Привіт", "en"],
  ])("%j is taken for %s", (text, language) => {
    expect(guessLanguage(text, greetings)).toBe(language);
  });
});
