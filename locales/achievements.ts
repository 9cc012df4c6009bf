import type { CourseNumber, SkillNumber } from "../domain/achievements.ts";
import type { Language } from "../domain/language.ts";
import ar from "./achievements/ar.json" with { type: "json" };
import en from "./achievements/en.json" with { type: "json" };
import fr from "./achievements/fr.json" with { type: "json" };

/** A label of the catalogue: of a skill, or of a course. */
export type AchievementKey = `skill.${SkillNumber}` | `course.${CourseNumber}`;

/** The labels of the catalogue of skills and courses in every language, 24 characters at most: one that is missing does not compile. */
export const achievementLabels: Readonly<Record<Language, Readonly<Record<AchievementKey, string>>>> = {
  en,
  ar,
  fr,
};
