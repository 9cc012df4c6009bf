import { describe, expect, test } from "vitest";
import { foldAccents } from "../../domain/fold-accents.ts";
import { languages } from "../../domain/language.ts";
import { countSegments } from "../../domain/sms-segments.ts";
import { texts } from "../../locales/texts.ts";
import { createTranslator } from "../../locales/translator.ts";
import { worstValues } from "./worst-values.ts";

const { text } = createTranslator();

describe.each(languages)("what is told of papers in %s", (language) => {
  const values = { ...worstValues(language), amount: "1800" };
  const sms = (key: string): string =>
    foldAccents(text(language, "credentials", key, values, "sms"), language);

  test("fits one part, or two in another alphabet", () => {
    const tooLong = Object.keys(texts[language].texts.credentials).filter((key) => {
      const { encoding, segments } = countSegments(sms(key));
      return segments > (encoding === "gsm7" ? 1 : 2);
    });
    expect(tooLong).toEqual([]);
  });

  test("invites an attestor in two parts at most, or four, the link and the question among them", () => {
    const knows = ["knows.ask", "knows.yes", "knows.stranger", "knows.declined"].map(
      (key) => `1 ${text(language, "attest", key, values, "sms")}`,
    );
    const invitation = foldAccents(
      [sms("attest.invited"), sms("attest.link"), ...knows].join("\n"),
      language,
    );
    const { encoding, segments } = countSegments(invitation);
    expect(segments).toBeLessThanOrEqual(encoding === "gsm7" ? 2 : 4);
  });

  test("says to an attestor neither who we are nor where anybody is", () => {
    const keys = Object.keys(texts[language].texts.credentials).filter((key) =>
      /^(?:attest|attestor|link)\./.test(key),
    );
    expect(keys.length).toBeGreaterThan(8);
    const told = keys.map((key) => text(language, "credentials", key, { ...values, link: "" }));
    expect(told.filter((each) => /union|migra|refug|réfug|اتحاد|مهاجر|لاجئ/i.test(each))).toEqual([]);
  });
});
