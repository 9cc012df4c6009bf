import { languages } from "../domain/language.ts";
import { about } from "./engine/flow.ts";
import { choice, consequential, place, rev, text, yesNo } from "./engine/question.ts";
import { end, run, say } from "./engine/step.ts";
import { askLivelihood, livelihoodQuestions } from "./livelihood.ts";

/** The bands in which an age is kept; the exact age is never asked. */
export const ageBands = ["under18", "from18", "from30", "from50"] as const;
const { ask, when, flow } = about({
  language: choice(...languages),
  consent: rev(1, consequential(choice("yes", "no", "person"))),
  age: consequential(choice(...ageBands)),
  name: text(40),
  place: place(40),
  ...livelihoodQuestions,
  shared: yesNo(),
  alerts: rev(2, choice("yes", "jobs", "no")),
});

/**
 * A person becomes a member. Nothing about her is kept before she says yes; her age comes first after that, because
 * for a child nothing more may be kept at all.
 */
export const join = flow("join", 2, [
  say("welcome"),
  ask("language"),
  run("setLanguage"),
  ask("consent"),
  when("consent", "person", [run("openCase"), say("personComes"), end()]),
  when("consent", "no", [run("declineConsent"), say("goodbye"), end()]),
  run("recordConsent"),
  ask("age"),
  when("age", "under18", [run("protectYoungPerson"), run("openYoung"), end()]),
  ask("name"),
  ask("place"),
  ...askLivelihood,
  ask("shared"),
  ask("alerts"),
  run("saveMember"),
  say("done"),
]);
