import { isCourse, isSkill } from "../../domain/achievements.ts";
import { type Claimed, type Relation, relations } from "../../domain/credential-request.ts";
import { languages } from "../../domain/language.ts";
import { isPremiumNumber } from "../../domain/premium-number.ts";
import { openRequest, type RequestRefusal } from "../../union/credentials/open-request.ts";
import { begin } from "../inbound/lead.ts";
import type { Answers, Talk } from "../inbound/talk.ts";
import { type ActionContext, answer, nowOf, type PerformAction, ringing, turnsOut } from "./action.ts";
import { livelihoodIn } from "./livelihood-in.ts";

/** Nobody can confirm her own work: her own number is refused at once, and she is asked for another. */
export const checkAttestorNumber: PerformAction = async (context) => {
  const { tx, talk } = context;
  const number = answer(context, "phone");
  if (number === null) return talk;
  if (isPremiumNumber(number)) return askedAgain(context, "badNumber");
  const own = await tx.addressHolder.count({
    where: { personId: talk.person?.id ?? "", until: null, address: { identifier: number } },
  });
  return own > 0 || talk.lane.identifier === number ? askedAgain(context, "ownNumber") : talk;
};

/** The same talk, but for the number: why it cannot be, and the question once more. */
function askedAgain(context: ActionContext, why: string): Talk {
  const { phone: _, ...others } = context.answers;
  return begin(turnsOut(context, why), "credential-request", context.ears, others);
}

/** She said yes: the request is kept, and whoever she named is due to be asked. */
export const requestCredential: PerformAction = async (context) => {
  const { tx, talk, runtime, answers } = context;
  const number = answer(context, "phone");
  const name = answer(context, "attestor");
  const language = languages.find((each) => each === answers.language);
  const claim = claimIn(answers);
  const relation = relationIn(answers);
  if (talk.person === null || claim === null || relation === null) return turnsOut(context, "notPossible");
  if (number === null || language === undefined) return turnsOut(context, "notPossible");
  const opening = await openRequest(
    tx,
    runtime,
    {
      ...{ personId: talk.person.id, addressId: talk.lane.addressId, claim, relation },
      attestor: { number, name, language },
    },
    nowOf(context),
  );
  return opening.kind === "opened"
    ? ringing(turnsOut(context, "asked", { attestor: name ?? "" }), "attestations")
    : turnsOut(context, refusals[opening.why]);
};

const refusals: Readonly<Record<RequestRefusal, string>> = {
  already_asked: "already",
  too_many_open: "tooMany",
  too_many_lately: "tooMany",
  own_number: "notPossible",
  bad_number: "notPossible",
  premium_number: "notPossible",
  bad_claim: "notPossible",
  not_a_member: "notPossible",
  too_young: "notPossible",
};

/** What she claims, from her answers; null where it is nothing that can be claimed. */
export function claimIn(answers: Answers): Claimed | null {
  const { kind, months, hours } = answers;
  const [skill, course] = [Number(answers.skill), Number(answers.course)];
  const livelihood = livelihoodIn(answers)?.livelihood ?? null;
  if (kind === "work-record" && livelihood !== null && typeof months === "number")
    return { kind, livelihood, months };
  if (kind === "skill" && isSkill(skill)) return { kind, achievement: skill };
  if (kind === "training" && isCourse(course) && typeof hours === "number")
    return { kind, achievement: course, hours };
  return null;
}

/** Who may confirm is asked for each kind by itself. */
function relationIn({ kind, seenWorking, seenDoing, taught }: Answers): Relation | null {
  const told = kind === "work-record" ? seenWorking : kind === "skill" ? seenDoing : taught;
  return relations.find((relation) => relation === told) ?? null;
}
