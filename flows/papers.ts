import { about } from "./engine/flow.ts";
import { choice } from "./engine/question.ts";
import { end, run } from "./engine/step.ts";

const { ask, when, flow } = about({ item: choice("request", "mine", "show") });

/** What a member can do with her papers: ask for one, see hers, show them to somebody. */
export const papers = flow("papers", 1, [
  ask("item"),
  when("item", "request", [run("openCredentialRequest"), end()]),
  when("item", "show", [run("openShare"), end()]),
  run("listPapers", "list", "none"),
]);
