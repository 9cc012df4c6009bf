import { about } from "./engine/flow.ts";
import { choice, consequential, place, text, yesNo } from "./engine/question.ts";
import { end, run, say } from "./engine/step.ts";
import { ageBands, livelihoods } from "./join.ts";

const { ask, when, flow } = about({
  which: choice("name", "place", "work", "age", "shared", "alerts", "nothing"),
  name: text(40),
  place: place(40),
  work: choice(...livelihoods),
  workOther: text(40),
  age: consequential(choice(...ageBands)),
  shared: yesNo(),
  alerts: yesNo(),
});

/** A member sees what is kept about her and corrects any of it. */
export const myDetails = flow("my-details", 1, [
  say("summary"),
  ask("which"),
  when("which", "nothing", [run("openMenu"), end()]),
  when("which", "name", [ask("name")]),
  when("which", "place", [ask("place")]),
  when("which", "work", [ask("work"), when("work", "other", [ask("workOther")])]),
  when("which", "age", [
    ask("age"),
    when("age", "under18", [run("protectYoungPerson"), run("openYoung"), end()]),
  ]),
  when("which", "shared", [ask("shared")]),
  when("which", "alerts", [ask("alerts")]),
  run("saveDetails"),
  say("saved"),
]);
