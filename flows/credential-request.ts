import { languages } from "../domain/language.ts";
import { achievementQuestions } from "./achievement.ts";
import { about } from "./engine/flow.ts";
import { choice, consequential, labelled, number, phone, text } from "./engine/question.ts";
import { end, run, say } from "./engine/step.ts";
import { askLivelihoodOr, livelihoodQuestions } from "./livelihood.ts";

/** Who may confirm it: the labels are those under which it stands on every paper. */
const confirmers = { from: "credentials", as: "relation", asks: "relation.ask" } as const;

const { workOther: _, ...listed } = livelihoodQuestions;
const { ask, when, flow } = about({
  kind: choice("work-record", "skill", "training"),
  ...listed,
  ...achievementQuestions,
  months: number(1, 720),
  hours: number(1, 1800),
  seenWorking: labelled(confirmers, choice("former-employer", "client", "organisation")),
  seenDoing: labelled(confirmers, choice("former-employer", "client", "trainer", "organisation")),
  taught: labelled(confirmers, choice("trainer", "organisation")),
  attestor: text(40),
  phone: phone(),
  language: choice(...languages),
  consent: consequential(choice("yes", "no")),
});

/**
 * A member asks to have confirmed what she did or can do, and says by whom. Before anybody is written to she hears what
 * that can tell of her, and only her own yes sends it: with a no, nothing is kept.
 */
export const credentialRequest = flow("credential-request", 1, [
  ask("kind"),
  when("kind", "work-record", [
    ...askLivelihoodOr([say("notListed"), end()]),
    ask("months"),
    ask("seenWorking"),
  ]),
  when("kind", "skill", [ask("skill"), ask("seenDoing")]),
  when("kind", "training", [ask("course"), ask("hours"), ask("taught")]),
  ask("attestor"),
  ask("phone"),
  run("checkAttestorNumber", "ownNumber", "badNumber"),
  ask("language"),
  ask("consent"),
  when("consent", "no", [say("notSent"), end()]),
  run("requestCredential", "asked", "tooMany", "already", "notPossible"),
]);
