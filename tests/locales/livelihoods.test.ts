import { describe, expect, test } from "vitest";
import { foldAccents } from "../../domain/fold-accents.ts";
import { foldText } from "../../domain/fold-text.ts";
import { directionOf, languages } from "../../domain/language.ts";
import { livelihoodGroups, livelihoods, livelihoodsIn } from "../../domain/livelihoods.ts";
import { countSegments, isGsm7 } from "../../domain/sms-segments.ts";
import { livelihoodLabels } from "../../locales/livelihoods.ts";

const keys = [
  ...livelihoodGroups.map((group) => `group.${group}`),
  ...livelihoods.map(({ id }) => `work.${id}`),
  ...["group.other", "work.other", "kind.ask"],
];

describe.each(languages)("the livelihood menu in %s", (language) => {
  const labels = Object.entries(livelihoodLabels[language]);
  const names = new Set(labels.map(([key]) => key.replace(/_sms$/, "")));
  const labelOf = (key: string): string => String(Reflect.get(livelihoodLabels[language], key));

  test("has a label for every group and every entry, no other, sorted", () => {
    expect([...names].toSorted()).toEqual(keys.toSorted());
  });

  test("has labels that fit a row of a list", () => {
    expect(labels.filter(([, text]) => text.trim() !== text || text.length < 2 || text.length > 24)).toEqual(
      [],
    );
  });

  test("has no two labels in a group, and no two groups, that are typed alike", () => {
    const lists = [
      livelihoodGroups.map((group) => labelOf(`group.${group}`)),
      ...livelihoodGroups.map((group) => livelihoodsIn(group).map(({ id }) => labelOf(`work.${id}`))),
    ];
    for (const list of lists) expect(new Set(list.map(foldText)).size, list.join()).toBe(list.length);
  });

  test("begins every label in its own script", () => {
    const first = directionOf(language) === "rtl" ? /^\p{Script=Arabic}/u : /^\p{Script=Latin}/u;
    expect(labels.filter(([, text]) => !first.test(text))).toEqual([]);
  });

  test("is sent in the cheap alphabet where the language has one", () => {
    if (directionOf(language) === "rtl") return;
    expect(labels.filter(([, text]) => !isGsm7(foldAccents(text, language)))).toEqual([]);
  });

  test("shows each group in at most three parts of an SMS", () => {
    for (const group of livelihoodGroups) {
      const lines = livelihoodsIn(group).map(({ id }, at) => `${at + 1} ${labelOf(`work.${id}`)}`);
      const { segments } = countSegments(foldAccents(lines.join("\n"), language));
      expect(segments, group).toBeLessThanOrEqual(3);
    }
  });
});
