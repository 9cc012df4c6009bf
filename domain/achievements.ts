import type { LivelihoodGroup } from "./livelihoods.ts";

/** Something that can be learnt: a skill is shown, a course is attended. */
export interface Achievement {
  /** Five digits, as they stand in a credential: skills begin with 1, courses with 2. */
  readonly number: number;
  readonly group: LivelihoodGroup;
}

/** The skills that can be confirmed. A number is published and never changes its meaning. */
export const skills = [
  { number: 10_101, group: "building" },
  { number: 10_102, group: "building" },
  { number: 10_201, group: "cooking" },
  { number: 10_202, group: "cooking" },
  { number: 10_301, group: "sewing" },
  { number: 10_302, group: "sewing" },
  { number: 10_401, group: "farming" },
  { number: 10_501, group: "cleaning" },
  { number: 10_601, group: "care" },
  { number: 10_602, group: "care" },
  { number: 10_701, group: "driving" },
  { number: 10_801, group: "trade" },
] as const satisfies readonly Achievement[];

/** The courses that can be confirmed. A number is published and never changes its meaning. */
export const courses = [
  { number: 20_101, group: "building" },
  { number: 20_102, group: "building" },
  { number: 20_201, group: "cooking" },
  { number: 20_301, group: "sewing" },
  { number: 20_401, group: "farming" },
  { number: 20_501, group: "cleaning" },
  { number: 20_601, group: "care" },
  { number: 20_602, group: "care" },
  { number: 20_701, group: "driving" },
  { number: 20_801, group: "trade" },
] as const satisfies readonly Achievement[];

export type SkillNumber = (typeof skills)[number]["number"];
export type CourseNumber = (typeof courses)[number]["number"];

/** Whether this is the number of a skill in the catalogue. */
export const isSkill = (number: number): number is SkillNumber =>
  skills.some((skill) => skill.number === number);

/** Whether this is the number of a course in the catalogue. */
export const isCourse = (number: number): number is CourseNumber =>
  courses.some((course) => course.number === number);
