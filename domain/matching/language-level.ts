/** How well a language is spoken, worst first: the levels of the Common European Framework (Council of Europe, 2001). */
export const languageLevels = ["A1", "A2", "B1", "B2", "C1", "C2"] as const;
export type LanguageLevel = (typeof languageLevels)[number];

/** How many levels somebody is above the one needed; below 0 if she is under it. */
export const levelsAbove = (level: LanguageLevel, needed: LanguageLevel): number =>
  languageLevels.indexOf(level) - languageLevels.indexOf(needed);
