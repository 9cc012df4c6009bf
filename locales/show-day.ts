import type { Language } from "../domain/language.ts";

/** How each language writes a day. English as most of our members learnt it: the day before the month. */
const places: Readonly<Record<Language, string>> = { en: "en-GB", ar: "ar", fr: "fr" };

/**
 * A calendar day (`2027-03-05`) as a member reads it: "5 March", "5 mars", "5 مارس". Never 05/03, which is two days;
 * digits are 0 to 9 and the calendar is the Gregorian one in every language.
 *
 * @param month  `short` where every character counts: "5 Mar"
 */
export const showDay = (day: string, language: Language, month: "long" | "short" = "long"): string =>
  new Intl.DateTimeFormat(places[language], {
    calendar: "gregory",
    numberingSystem: "latn",
    timeZone: "UTC",
    day: "numeric",
    month,
  })
    .format(Date.parse(`${day}T00:00:00Z`))
    // French months are cut with a full stop, which would stand twice at the end of a sentence.
    .replace(/\.$/, "");
