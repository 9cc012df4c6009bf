import { about } from "./engine/flow.ts";
import { choice, consequential } from "./engine/question.ts";
import { end, run } from "./engine/step.ts";

const { ask, when, flow } = about({ what: consequential(choice("pin", "stop")) });

/** A member lets somebody see more of her papers, or no longer. SHARE and STOP SHARE begin here with the answer given already. */
export const share = flow("share", 2, [
  ask("what"),
  when("what", "stop", [run("endSharing", "ended", "recalled", "nothingShared"), end()]),
  run("sharePapers", "shared", "noPapers"),
]);
