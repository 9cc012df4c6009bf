import { about } from "./engine/flow.ts";
import { consequential, subject, yesNo } from "./engine/question.ts";
import { run } from "./engine/step.ts";

const { ask, flow } = about({ introduction: subject(), share: consequential(yesNo()) });

/** An employer wants to talk with a member. Only her yes to this very employer gives her name and number away. */
export const introduce = flow("introduce", 2, [
  ask("share"),
  run("answerIntroduction", "agreed", "agreedFirst", "agreedPerson", "refused", "already", "late"),
]);
