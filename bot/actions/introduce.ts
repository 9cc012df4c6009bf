import { openCase } from "../../union/cases/open-case.ts";
import { addConsent } from "../../union/consent/ledger.ts";
import { answerIntroduction as keepAnswer } from "../../union/introductions/answer-introduction.ts";
import { areApart, type EmployerContact } from "../../union/introductions/contacts.ts";
import { tellAgreed, tellGone } from "../employers/tell-employer.ts";
import {
  type ActionContext,
  answer,
  decided,
  decider,
  nowOf,
  type PerformAction,
  ringing,
  turnsOut,
  writing,
  yes,
} from "./action.ts";

/**
 * Her answer to one employer. A yes is written in the ledger with the words she read, gives each the other's contact, this
 * once, and allows nothing else.
 */
export const answerIntroduction: PerformAction = async (context) => {
  const { tx, talk, runtime } = context;
  const introductionId = answer(context, "introduction");
  const personId = talk.person?.id;
  const isYes = yes(context, "share") === true;
  if (introductionId === null || personId === undefined) return turnsOut(context, "late");
  const answered = await keepAnswer(tx, {
    ...{ introductionId, personId, addressId: talk.lane.addressId, now: nowOf(context) },
    answer: isYes ? "agreed" : "refused",
  });
  switch (answered.kind) {
    case "agreed": {
      const { member, employer, tell } = answered;
      const entry = { topic: "sharing", decision: "given", ...decided(context, "answer", "share") } as const;
      await addConsent(writing(context), decider(context), [entry]);
      const needsPerson = areApart(member, employer);
      await tellAgreed(tx, runtime, { introductionId, tell, member, needsPerson });
      if (needsPerson) {
        await openIntroductionCase(context, personId);
        return turnsOut(context, "agreedPerson");
      }
      const how = member.phone === null ? "agreedFirst" : "agreed";
      const told = turnsOut(context, how, { employerContact: contactLines(employer) });
      return ringing(told, "letters");
    }
    case "refused":
      await tellGone(tx, runtime, { introductionId, tell: answered.tell });
      return ringing(turnsOut(context, "refused"), "letters");
    case "already":
      return turnsOut(context, "already");
    case "late":
    case "unknown":
      return turnsOut(context, "late");
  }
};

/** A caseworker brings them together; the bot goes on answering both. */
const openIntroductionCase = (context: ActionContext, personId: string): Promise<string> =>
  openCase(context.tx, {
    id: context.runtime.newId(),
    addressId: context.talk.lane.addressId,
    personId,
    reason: "introduction",
    now: nowOf(context),
  });

/** How the employer is reached, a line each: the number alone on its line, so that any phone can dial it. */
const contactLines = ({ name, contactName, phone, email }: EmployerContact): string =>
  [`${contactName}, ${name}`, phone, email].filter((line) => line !== null).join("\n");
