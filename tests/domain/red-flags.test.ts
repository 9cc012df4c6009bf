import { describe, expect, it } from "vitest";
import { redFlagsIn } from "../../domain/red-flags.ts";

describe("words that a caseworker looks at first", () => {
  it.each([
    ["fee", "A small registration cost, then work at once"],
    ["fee", "Deposit of 500 TRY"],
    ["fee", "Une caution de 200 euros"],
    ["fee", "Frais de dossier à votre charge"],
    ["fee", "يجب دفع الرسوم"],
    ["papers_kept", "We keep your passport safe"],
    ["papers_kept", "Remettre votre PASSEPORT"],
    ["papers_kept", "تسليم جواز السفر"],
    ["debt", "Salary advance possible"],
    ["debt", "Dette à rembourser"],
    ["debt", "نعطي سلفة"],
    ["visa_promised", "Guaranteed visa!"],
    ["visa_promised", "والفيزا مضمونة"],
    ["other_contact", "Write on WhatsApp"],
    ["other_contact", "Call 0555 010 00 01"],
    ["other_contact", "٠٥٥٥٠١٠٠٠٠١"],
    ["other_contact", "https://example.org/form"],
    ["other_contact", "jobs@example.org"],
    ["other_contact", "راسلني على الخاص"],
    ["only_some", "Only women"],
    ["only_some", "Send a photo"],
    ["only_some", "Femmes uniquement"],
    ["only_some", "Bonne présentation exigée"],
    ["only_some", "للنساء فقط"],
    ["no_leaving", "Housing provided, no leaving on weekdays"],
    ["no_leaving", "ممنوع الخروج"],
  ] as const)("%s: %s", (flag, text) => {
    expect(redFlagsIn(text)).toContain(flag);
  });

  it.each([
    "Hot meals at noon, Sundays free, contract from the first day",
    "Breakfast for 120 guests, 22,000 TRY a month, 45 hours",
    "Coffee shop near the bus station",
    "Repas de midi offert, dimanche libre, contrat dès le premier jour",
    "وجبة ساخنة وعقد من اليوم الأول، الأحد عطلة",
    "دوام كامل في مطعم قرب المحطة",
  ])("nothing in: %s", (text) => {
    expect(redFlagsIn(text)).toEqual([]);
  });
});
