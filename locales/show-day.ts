import type { Language } from "../domain/language.ts";

/** A day as people say it, "1 December": never 05/03, which is March in one country and May in another. */
export const showDay = (day: string, language: Language): string =>
  new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, {
    calendar: "gregory",
    numberingSystem: "latn",
    timeZone: "UTC",
    day: "numeric",
    month: "long",
  }).format(new Date(`${day}T00:00:00Z`));
