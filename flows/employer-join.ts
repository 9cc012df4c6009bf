import { about } from "./engine/flow.ts";
import { choice, consequential, email, place, rev, text, yesNo } from "./engine/question.ts";
import { end, run, say } from "./engine/step.ts";

const { ask, when, flow } = about({
  consent: rev(1, consequential(yesNo())),
  kind: choice("company", "household", "organisation"),
  title: text(60),
  town: place(40),
  contact: text(40),
  byMail: yesNo(),
  email: email(),
  pledge: rev(1, consequential(yesNo())),
});

/** Somebody who offers work says who she is and what she promises. Nothing is kept before both, and nobody posts without the promise. */
export const employerJoin = flow("employer-join", 1, [
  ask("consent"),
  when("consent", "no", [run("declineEmployer"), say("goodbye"), end()]),
  ask("kind"),
  ask("title"),
  ask("town"),
  ask("contact"),
  ask("byMail"),
  when("byMail", "yes", [ask("email")]),
  ask("pledge"),
  when("pledge", "no", [run("declineEmployer"), say("noPledge"), end()]),
  run("joinEmployer", "joined", "already"),
  run("openEmployerMenu"),
]);
