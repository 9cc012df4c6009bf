import { about } from "./engine/flow.ts";
import { choice, consequential, place, rev, text, yesNo } from "./engine/question.ts";
import { end, run, say } from "./engine/step.ts";
import { ageBands } from "./join.ts";
import { askLivelihood, livelihoodQuestions } from "./livelihood.ts";

const { ask, when, flow } = about({
  which: choice("name", "place", "work", "age", "shared", "alerts", "nothing"),
  name: text(40),
  place: place(40),
  ...livelihoodQuestions,
  age: consequential(choice(...ageBands)),
  shared: yesNo(),
  alerts: rev(2, choice("yes", "jobs", "no")),
});

/** A member sees what is kept about her and corrects any of it. */
export const myDetails = flow("my-details", 2, [
  ask("which"),
  when("which", "nothing", [run("openMenu"), end()]),
  when("which", "name", [say("nameNow"), ask("name")]),
  when("which", "place", [say("placeNow"), ask("place")]),
  when("which", "work", [say("workNow"), ...askLivelihood]),
  when("which", "age", [
    say("ageNow"),
    ask("age"),
    when("age", "under18", [run("protectYoungPerson"), run("openYoung"), end()]),
  ]),
  when("which", "shared", [say("sharedNow"), ask("shared")]),
  when("which", "alerts", [say("alertsNow"), ask("alerts")]),
  run("saveDetails"),
  say("saved"),
]);
