import { about } from "./engine/flow.ts";
import { choice } from "./engine/question.ts";
import { end, run } from "./engine/step.ts";

const { ask, when, flow } = about({
  item: choice("jobs", "papers", "details", "language", "person", "leave"),
});

/** What a member can do, one digit each. */
export const menu = flow("menu", 2, [
  ask("item"),
  when("item", "jobs", [run("openJobs"), end()]),
  when("item", "papers", [run("openPapers"), end()]),
  when("item", "details", [run("openMyDetails"), end()]),
  when("item", "language", [run("openLanguage"), end()]),
  when("item", "person", [run("openTalkToAPerson"), end()]),
  when("item", "leave", [run("openLeave"), end()]),
]);
