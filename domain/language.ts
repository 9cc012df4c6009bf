/** The languages a member can be spoken to in. Adding one is adding its folder in `locales/` and its code here. */
export const languages = ["en", "ar", "fr"] as const;
export type Language = (typeof languages)[number];

export const isLanguage = (code: string): code is Language => languages.some((language) => language === code);

const rightToLeft: readonly string[] = ["ar", "fa", "prs", "ps", "ur", "he"];

/** The direction a language is written in, for pages and handsets. */
export const directionOf = (language: string): "rtl" | "ltr" =>
  rightToLeft.includes(language) ? "rtl" : "ltr";
