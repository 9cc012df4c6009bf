import { describe, expect, test } from "vitest";
import { courses, isCourse, isSkill, skills } from "../../domain/achievements.ts";
import { credentialClaims } from "../../domain/credential-claims.ts";
import { foldAccents } from "../../domain/fold-accents.ts";
import { foldText } from "../../domain/fold-text.ts";
import { directionOf, languages } from "../../domain/language.ts";
import { isGsm7 } from "../../domain/sms-segments.ts";
import { achievementLabels } from "../../locales/achievements.ts";

const keys = [
  ...courses.map(({ number }) => `course.${number}`),
  ...skills.map(({ number }) => `skill.${number}`),
];

describe("the catalogue of skills and courses", () => {
  test("has a number of its own for each, of a form that a credential takes", () => {
    const numbers = [...skills, ...courses].map(({ number }) => number);
    expect(new Set(numbers).size).toBe(numbers.length);
    const common = {
      ...{ level: 2, confirmedBy: "trainer", reachedBy: "phone", confirmedIn: "2026-11" },
    };
    for (const skill of numbers.filter(isSkill))
      expect(credentialClaims.safeParse({ kind: "skill", skill, ...common }).success).toBe(true);
    for (const course of numbers.filter(isCourse))
      expect(credentialClaims.safeParse({ kind: "training", course, hours: 9, ...common }).success).toBe(
        true,
      );
    expect(numbers.filter((number) => isSkill(number) === isCourse(number))).toEqual([]);
  });

  describe.each(languages)("in %s", (language) => {
    const labels = Object.entries(achievementLabels[language]);

    test("has a label for each, no other, sorted, none twice", () => {
      const names = new Set(labels.map(([key]) => key.replace(/_sms$/, "")));
      expect([...names].toSorted()).toEqual(keys.toSorted());
      expect(new Set(labels.map(([, label]) => foldText(label))).size).toBe(labels.length);
    });

    test("has labels that fit a row of a list and the cheap alphabet where there is one", () => {
      expect(labels.filter(([, label]) => label.trim() !== label || label.length > 24)).toEqual([]);
      if (directionOf(language) === "ltr")
        expect(labels.filter(([, label]) => !isGsm7(foldAccents(label, language)))).toEqual([]);
    });
  });
});
