import { about } from "./engine/flow.ts";
import { consequential, dayAhead, number, place, wage, yesNo } from "./engine/question.ts";
import { end, run, say } from "./engine/step.ts";
import { askLivelihoodOr, livelihoodQuestions } from "./livelihood.ts";

/** Openings are matched by the menu of livelihoods: for other work a person is needed, not words. */
const { workOther: _words, ...listed } = livelihoodQuestions;
const { ask, when, flow } = about({
  ...listed,
  person: yesNo(),
  pay: wage(),
  town: place(40),
  hours: number(1, 72),
  places: number(1, 500),
  startsOn: dayAhead(365),
  // The last day counts in full, so that no answer comes later than 90 days from now.
  until: dayAhead(89),
  sure: consequential(yesNo()),
});

const notListed = [
  ask("person"),
  when("person", "yes", [run("openCase"), say("personComes"), end()]),
  say("notPosted"),
  end(),
] as const;

/** An employer posts an opening: everything a member has to know to say yes is asked, and shown once more before it counts. */
export const postJob = flow("post-job", 1, [
  ...askLivelihoodOr(notListed),
  ask("pay"),
  ask("town"),
  ask("hours"),
  ask("places"),
  ask("startsOn"),
  ask("until"),
  ask("sure"),
  when("sure", "no", [say("dropped"), end()]),
  run(
    "postOpening",
    "posted",
    "waiting",
    "held",
    "duplicate",
    "tooMany",
    "notNow",
    "notPossible",
    "noEmployer",
  ),
]);
