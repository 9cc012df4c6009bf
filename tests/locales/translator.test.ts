import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { languages } from "../../domain/language.ts";
import { createLocales } from "../../locales/index.ts";
import { MissingText } from "../../locales/missing-text.ts";
import { createTranslator } from "../../locales/translator.ts";

const { text } = createTranslator();
const number = "MU-4821-K";

describe("a text", () => {
  test("comes in the language asked for, each time, in any order", () => {
    for (const [language, yes] of [
      ["en", "Yes"],
      ["ar", "نعم"],
      ["fr", "Oui"],
      ["en", "Yes"],
    ] as const) {
      expect(text(language, "common", "yes")).toBe(yes);
    }
  });

  test("shows a person's name as she wrote it", () => {
    expect(text("en", "join", "done", { name: "O'Neil & <Sons>", number })).toContain(
      "Thank you, O'Neil & <Sons>.",
    );
  });

  test("never fills in a placeholder that a person wrote as her name", () => {
    for (const name of ["{{number}}", "$t(join:welcome)", "$&", "$1", "{{- number}}"]) {
      expect(text("en", "join", "done", { name, number })).toBe(
        `Thank you, ${name}. You are a member. Your number is ${number}. Text MENU any time.`,
      );
    }
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (name) =>
        text("ar", "join", "done", { name, number }).includes(name),
      ),
    );
  });

  test("lets no value choose the language or the wording", () => {
    const values = { name: "A", number, lng: "ar", ns: "menu", context: "sms", defaultValue: "?" };
    expect(text("en", "join", "done", values)).toMatch(/^Thank you, A\. /);
    expect(text("en", "join", "language.ar", values)).toBe("العربية");
  });

  test("has the channel's own wording where there is one, and else the common one", () => {
    expect(text("en", "join", "language.ar", {}, "sms")).toBe("Arabi");
    expect(text("fr", "language", "language.fr", {}, "sms")).toBe("Francais");
    expect(text("en", "join", "language.ar", {}, "telegram")).toBe("العربية");
    expect(text("en", "join", "language.ar", {}, "whatsapp")).toBe("العربية");
    expect(text("ar", "join", "language.ar", {}, "sms")).toBe("العربية");
  });
});

describe("what is missing", () => {
  test("is a fault that says which text, and is never sent as the name of the text", () => {
    for (const language of languages) {
      expect(() => text(language, "join", "nope.key")).toThrow(MissingText);
      expect(() => text(language, "join", "nope.key")).toThrow(`${language}/join/nope.key`);
    }
  });

  test("is a fault that says which value, and is never sent as an open placeholder", () => {
    expect(() => text("en", "join", "done", { name: "A" })).toThrow("{{number}}");
    expect(() => text("fr", "join", "done")).toThrow(MissingText);
  });

  test("in a fault, no value of a member's is told", () => {
    try {
      text("en", "join", "done", { name: "Amina" });
      expect.unreachable();
    } catch (fault) {
      expect(String(fault)).not.toContain("Amina");
    }
  });
});

describe("the language of a stranger", () => {
  const { guess } = createLocales();
  test.each([
    ["Hello", "en"],
    ["JOIN", "en"],
    ["Bonjour !", "fr"],
    ["bonjour je cherche un travail", "fr"],
    ["AIDE", "fr"],
    ["مرحبا", "ar"],
    ["Salam", "ar"],
    ["salam alaikum", "ar"],
    ["??", "en"],
    ["MENU", "en"],
  ])("who writes %s is guessed to be %s", (typed, language) => expect(guess(typed)).toBe(language));
});

test("a thousand texts are ready in well under the time of one message over the air", () => {
  const values = { name: "Amina", number };
  for (let i = 0; i < 2000; i += 1) text("ar", "join", "done", values, "sms");
  const start = performance.now();
  for (let i = 0; i < 1000; i += 1) text("ar", "join", "done", values, "sms");
  // 20 µs each is the promise; a busy machine is given five times as long before this fails.
  expect(performance.now() - start).toBeLessThan(100);
});
