import { about } from "./engine/flow.ts";
import { choice, consequential } from "./engine/question.ts";
import { end, run, say } from "./engine/step.ts";

const { ask, when, flow } = about({ sure: consequential(choice("delete", "keep")) });

/** A person has everything about her erased, after one more question. */
export const deleteMe = flow("delete-me", 1, [
  ask("sure"),
  when("sure", "keep", [say("kept"), end()]),
  run("eraseMe"),
  say("erased"),
]);
