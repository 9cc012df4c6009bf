import { makeCard } from "../../union/digests/make-card.ts";
import { type AlertAnswer, type AlertAnswered, answerAlert } from "../../union/matching/answer-alert.ts";
import { saveDetails } from "../../union/members/save-person.ts";
import {
  type ActionContext,
  answer,
  endsWith,
  nowOf,
  type PerformAction,
  ringing,
  writing,
} from "./action.ts";
import { takeBackYesTo } from "./take-back-yes.ts";

/** She wants the job: her card is made, and the employer sees it with the next digest. Too late is said kindly. */
export const sayInterested: PerformAction = async (context) => {
  const { tx, talk, runtime } = context;
  const answered = await answerHers(context, "interested");
  switch (answered.kind) {
    case "answered": {
      const { openingId, personId } = answered;
      await makeCard(tx, { id: runtime.newId(), openingId, personId, now: nowOf(context) });
      return ringing(talk, "digests");
    }
    case "again":
      return endsWith(context, "again");
    case "closed":
      return endsWith(context, answered.state === "filled" ? "filled" : "over");
    case "unknown":
      return endsWith(context, "over");
  }
};

/** She does not want the job. A yes she had given before is taken back with everything that followed from it. */
export const sayDeclined: PerformAction = async (context) => {
  const answered = await answerHers(context, "declined");
  if (answered.kind !== "answered" || answered.before !== "interested") return context.talk;
  return takeBackYesTo(context, answered.openingId);
};

/** How long she has done this work: asked once, and known for every other job. Her card has waited for it. */
export const keepYears: PerformAction = async (context) => {
  const { talk, answers, ears } = context;
  const { years } = answers;
  if (talk.person === null || typeof years !== "number" || years === talk.person.years) return talk;
  const person = await saveDetails(writing(context), talk.person, { years }, ears.now);
  return ringing({ ...talk, person }, "digests");
};

/** Keeps her answer, if the alert is hers: a tap can be made up. */
async function answerHers(context: ActionContext, said: AlertAnswer): Promise<AlertAnswered> {
  const { tx, talk } = context;
  const id = answer(context, "alert");
  const personId = talk.person?.id;
  const isHers =
    id !== null && personId !== undefined && (await tx.alert.count({ where: { id, personId } })) > 0;
  return isHers ? answerAlert(tx, id, said, nowOf(context)) : { kind: "unknown" };
}
