import { about } from "./engine/flow.ts";
import { choice } from "./engine/question.ts";
import { end, run } from "./engine/step.ts";

const { ask, when, flow } = about({
  item: choice("post", "jobs", "digests", "person"),
  every: choice("day", "week", "off"),
});

/** What an employer can do, one digit each. */
export const employerMenu = flow("employer-menu", 1, [
  ask("item"),
  when("item", "post", [run("openPostJob"), end()]),
  when("item", "jobs", [run("listOpenings", "jobs", "noJobs"), end()]),
  when("item", "digests", [ask("every"), run("setDigests", "everyDay", "everyWeek", "never"), end()]),
  when("item", "person", [run("openTalkToAPerson"), end()]),
]);
