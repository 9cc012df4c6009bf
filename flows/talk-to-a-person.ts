import { about } from "./engine/flow.ts";
import { run, say } from "./engine/step.ts";

const { flow } = about({});

/** A person asks for a human: a case is opened and the bot falls silent until it is closed. */
export const talkToAPerson = flow("talk-to-a-person", 1, [run("openCase"), say("opened")]);
