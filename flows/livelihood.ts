import { livelihoodGroups, livelihoodsIn } from "../domain/livelihoods.ts";
import { about } from "./engine/flow.ts";
import { choice, labelled, text } from "./engine/question.ts";
import type { Steps } from "./engine/step.ts";

const groups = choice(...livelihoodGroups, "other");
const group = labelled({ from: "livelihoods", as: "group" }, groups);

/** The kinds of work of one group, and "other" for what is not among them. */
const kindsOf = (name: (typeof livelihoodGroups)[number]) =>
  labelled(
    { from: "livelihoods", as: "work", asks: "kind.ask" },
    choice(...livelihoodsIn(name).map(({ id }) => id), "other"),
  );

/** The questions that find out what somebody works as: first the group, then the kind of work in it. One digit each. */
export const livelihoodQuestions = {
  work: group,
  building: kindsOf("building"),
  cooking: kindsOf("cooking"),
  sewing: kindsOf("sewing"),
  farming: kindsOf("farming"),
  cleaning: kindsOf("cleaning"),
  care: kindsOf("care"),
  driving: kindsOf("driving"),
  trade: kindsOf("trade"),
  workOther: text(40),
} as const;

const { ask, when } = about(livelihoodQuestions);

/** Asks for a livelihood of the menu; what happens where hers is not on it is given. */
export const askLivelihoodOr = <const S extends Steps>(other: S) =>
  [
    ask("work"),
    when("work", "building", [ask("building"), when("building", "other", other)]),
    when("work", "cooking", [ask("cooking"), when("cooking", "other", other)]),
    when("work", "sewing", [ask("sewing"), when("sewing", "other", other)]),
    when("work", "farming", [ask("farming"), when("farming", "other", other)]),
    when("work", "cleaning", [ask("cleaning"), when("cleaning", "other", other)]),
    when("work", "care", [ask("care"), when("care", "other", other)]),
    when("work", "driving", [ask("driving"), when("driving", "other", other)]),
    when("work", "trade", [ask("trade"), when("trade", "other", other)]),
    when("work", "other", other),
  ] as const;

/** Asks for a livelihood: the kind of work where it is on the menu, else the person's own words. */
export const askLivelihood = askLivelihoodOr([ask("workOther")]);
