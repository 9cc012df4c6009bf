import { about } from "./engine/flow.ts";
import { choice, number, subject, yesNo } from "./engine/question.ts";
import { end, run, say } from "./engine/step.ts";

const { ask, when, flow } = about({
  alert: subject(),
  want: choice("yes", "no", "details"),
  decide: yesNo(),
  years: number(1, 60),
});

/** Her yes counts at once, whether or not she goes on to say how long she has done this work. */
const wanted = [
  run("sayInterested", "again", "over", "filled"),
  ask("years"),
  run("keepYears"),
  say("interested"),
  end(),
] as const;
const notWanted = [run("sayDeclined"), say("declined"), end()] as const;

/** A member is told of an opening, and says whether she wants it. The employer hears of her without name or number. */
export const jobAlert = flow("job-alert", 1, [
  ask("want"),
  when("want", "yes", wanted),
  when("want", "no", notWanted),
  say("details"),
  ask("decide"),
  when("decide", "no", notWanted),
  ...wanted,
]);
