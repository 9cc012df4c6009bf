import { readOpeningCode } from "../../domain/opening-code.ts";
import { answerAlert } from "../../union/matching/answer-alert.ts";
import { openingsOfMember } from "../../union/matching/openings-of-member.ts";
import { begin } from "../inbound/lead.ts";
import { saying } from "../inbound/talk.ts";
import { answer, nowOf, type PerformAction, turnsOut } from "./action.ts";
import { takeBackYesTo } from "./take-back-yes.ts";

/** What she said yes to, or that there is nothing yet. */
export const openJobs: PerformAction = async ({ tx, talk, ears }) => {
  const openings = talk.person === null ? [] : await openingsOfMember(tx, talk.person.id);
  return openings.length === 0 ? saying(talk, "noJobs") : begin(talk, "jobs", ears);
};

/** Takes one yes back, by the code of its job; of another's, or one there is not, nothing is changed. */
export const takeBackYes: PerformAction = async (context) => {
  const { tx, talk } = context;
  const code = readOpeningCode(answer(context, "code") ?? "");
  const openings = talk.person === null ? [] : await openingsOfMember(tx, talk.person.id);
  const hers = openings.find((opening) => opening.code === code);
  if (hers === undefined) return turnsOut(context, "noSuchJob");
  await answerAlert(tx, hers.alertId, "declined", nowOf(context));
  const back = await takeBackYesTo(context, hers.openingId);
  return turnsOut({ ...context, talk: back }, "takenBack", { jobCode: hers.code });
};
