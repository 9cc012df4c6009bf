import { courses, skills } from "../domain/achievements.ts";
import { choice, labelled } from "./engine/question.ts";

/** The questions that find out which skill, or which course: one of the published catalogue, by its number. */
export const achievementQuestions = {
  skill: labelled(
    { from: "achievements", as: "skill" },
    choice(...skills.map(({ number }) => String(number))),
  ),
  course: labelled(
    { from: "achievements", as: "course" },
    choice(...courses.map(({ number }) => String(number))),
  ),
} as const;
