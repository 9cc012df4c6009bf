import { about } from "./engine/flow.ts";
import { choice, text } from "./engine/question.ts";
import { end, run, say } from "./engine/step.ts";

const { ask, when, flow } = about({ next: choice("fine", "takeback"), code: text(20) });

/** A member sees what she said yes to and how it stands, and may take a yes back. */
export const jobs = flow("jobs", 1, [
  ask("next"),
  when("next", "fine", [say("bye"), end()]),
  ask("code"),
  run("takeBackYes", "takenBack", "noSuchJob"),
]);
