import { about } from "./engine/flow.ts";
import { subject } from "./engine/question.ts";
import { run } from "./engine/step.ts";

/** `words`: what the employer wrote. */
const { flow } = about({ words: subject() });

/** An employer's answer to a digest, which may come at any time: it is understood as a whole, or changes nothing. */
export const digestReply = flow("digest-reply", 1, [
  run(
    "answerDigest",
    "decided",
    "unchanged",
    "undone",
    "closed",
    "closedBefore",
    "seenAll",
    "nobody",
    "nothingToUndo",
    "notNow",
    "question",
    "unclear",
    "whichCard",
    "whichJob",
    "whichToClose",
    "unknownCard",
    "unknownJob",
    "yesAndNo",
    "reasons",
  ),
]);
