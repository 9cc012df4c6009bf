import type { Language } from "../../../domain/language.ts";
import { achievementLabels } from "../../../locales/achievements.ts";
import { livelihoodLabels } from "../../../locales/livelihoods.ts";

/** The names of kinds of work, skills and courses, as members read them. */
export interface Labels {
  /** Of a livelihood's id; the id itself where there is no such livelihood any more. */
  readonly livelihood: (id: string) => string;
  /** Of the number of a skill or course. */
  readonly achievement: (number: number) => string;
}

/** The labels of the catalogues in a language. */
export function labels(language: Language): Labels {
  const works = new Map(Object.entries(livelihoodLabels[language]));
  const achievements = new Map(Object.entries(achievementLabels[language]));
  return {
    livelihood: (id) => works.get(`work.${id}`) ?? id,
    achievement: (number) =>
      achievements.get(`skill.${number}`) ?? achievements.get(`course.${number}`) ?? String(number),
  };
}
