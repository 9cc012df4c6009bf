import { about } from "./engine/flow.ts";
import { text } from "./engine/question.ts";
import { run } from "./engine/step.ts";

const { ask, flow } = about({ code: text(60) });

/** Anybody asks whether a paper is good. VERIFY and a code begin here with the answer given already. */
export const verify = flow("verify", 1, [
  ask("code"),
  run(
    "checkCode",
    ...(["good", "goodNamed", "revoked", "suspended", "expired", "tampered", "couldNotCheck"] as const),
    ...(["unknown", "typingMistake", "wrongLength", "notACode", "wrongPin", "tooManyTries"] as const),
  ),
]);
