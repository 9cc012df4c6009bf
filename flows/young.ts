import { about } from "./engine/flow.ts";
import { yesNo } from "./engine/question.ts";
import { end, run, say } from "./engine/step.ts";

const { ask, when, flow } = about({ person: yesNo() });

/** Somebody under 18 wrote: no work, no sharing, nothing more is kept; a person who knows how to help children is offered. */
export const young = flow("young", 1, [
  say("info"),
  ask("person"),
  when("person", "yes", [run("openCase"), say("personComes"), end()]),
  say("bye"),
]);
