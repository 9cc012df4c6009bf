import { about } from "./engine/flow.ts";
import { choice, consequential } from "./engine/question.ts";
import { end, run, say } from "./engine/step.ts";

const { ask, when, flow } = about({ what: consequential(choice("jobs", "all", "stay")) });

/** A person stops one kind of message, or all. STOP and STOP JOBS begin here with the answer given already. */
export const leave = flow("leave", 1, [
  ask("what"),
  when("what", "stay", [say("stayed"), end()]),
  when("what", "jobs", [run("stopJobs"), say("jobsStopped"), end()]),
  run("stopAll"),
  say("allStopped"),
]);
