import { languages } from "../domain/language.ts";
import { about } from "./engine/flow.ts";
import { choice } from "./engine/question.ts";
import { run, say } from "./engine/step.ts";

const { ask, flow } = about({ language: choice(...languages) });

/** A person changes the language we write in. */
export const language = flow("language", 1, [ask("language"), run("setLanguage"), say("changed")]);
