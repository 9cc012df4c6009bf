import { describe, expect, it } from "vitest";
import { z } from "zod";
import { languages } from "../../../domain/language.ts";
import { employerWords } from "../../../server/letters/employer-words.ts";
import ar from "../../../server/letters/words/ar.json" with { type: "json" };
import en from "../../../server/letters/words/en.json" with { type: "json" };
import fr from "../../../server/letters/words/fr.json" with { type: "json" };

const files = z.record(z.string(), z.union([z.string(), z.record(z.string(), z.string())]));
const all = { en: files.parse(en), ar: files.parse(ar), fr: files.parse(fr) };

const forms = (text: string | Readonly<Record<string, string>> | undefined): readonly string[] =>
  typeof text === "string" ? [text] : Object.values(text ?? {});
const names = (text: string): readonly string[] => [...new Set(text.match(/\{\{\w+\}\}/g))].sort();

describe.each(languages)("the texts for employers, in %s", (language) => {
  it("are all there, in alphabetical order, and no others", () => {
    expect(Object.keys(all[language])).toEqual(Object.keys(all.en).toSorted());
  });

  it("name the same values as the English ones, but for the number that a plural form may say in words", () => {
    for (const [key, text] of Object.entries(all[language])) {
      const values = names(forms(all.en[key]).at(-1) ?? "").filter((name) => name !== "{{count}}");
      for (const form of forms(text))
        expect(names(form).filter((name) => name !== "{{count}}")).toEqual(values);
    }
  });

  it("have a form for every number", () => {
    const rules = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    for (const text of Object.values(all[language]))
      if (typeof text !== "string" && language !== "fr")
        expect(Object.keys(text).sort()).toEqual([...rules].sort());
    expect(employerWords(language).count("card.credentials", 12)).toContain("12");
  });
});

it("a value that looks like the name of another is left as it is", () => {
  expect(employerWords("en").say("introduction.name", { name: "{{phone}}", phone: "no" })).toBe(
    "Name: {{phone}}",
  );
});
