import { achievementQuestions } from "./achievement.ts";
import { about } from "./engine/flow.ts";
import { choice, consequential, handedIn, labelled, number, subject, text } from "./engine/question.ts";
import { end, run, say } from "./engine/step.ts";
import { askLivelihood, livelihoodQuestions } from "./livelihood.ts";

const { ask, when, flow } = about({
  attestation: subject(),
  kind: handedIn(
    labelled(
      { from: "credentials", as: "kind", asks: "kind.ask" },
      choice("work-record", "skill", "training"),
    ),
  ),
  knows: consequential(choice("yes", "stranger", "declined")),
  ...livelihoodQuestions,
  ...achievementQuestions,
  months: number(1, 720),
  hours: number(1, 1800),
  where: text(60),
  tool: text(60),
  verdict: consequential(choice("right", "partly", "wrong", "pressed")),
  truth: consequential(choice("yes", "no")),
});

/**
 * Somebody whom a member named says what she remembers before she sees what the member says, and whether that is right.
 * Whatever she answers, also that she is being pressed, the talk ends in the same words.
 */
export const attest = flow("attest", 1, [
  ask("kind"),
  ask("knows"),
  run("beginAttestation"),
  when("knows", "stranger", [run("answerAttestation"), say("thanks"), end()]),
  when("knows", "declined", [run("answerAttestation"), say("thanks"), end()]),
  when("kind", "work-record", [...askLivelihood, ask("months"), ask("where")]),
  when("kind", "skill", [ask("skill"), ask("where")]),
  when("kind", "training", [ask("course"), ask("hours"), ask("where")]),
  ask("tool"),
  ask("verdict"),
  ask("truth"),
  run("answerAttestation"),
  say("thanks"),
]);
