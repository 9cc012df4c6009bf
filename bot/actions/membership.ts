import type { ConsentTopic } from "../../domain/consent.ts";
import { addConsent } from "../../union/consent/ledger.ts";
import { protectYoung } from "../../union/members/protect-young.ts";
import {
  type Details,
  saveDetails as keepDetails,
  saveMember as keepMember,
} from "../../union/members/save-person.ts";
import {
  type ActionContext,
  answer,
  decided,
  decider,
  type PerformAction,
  ringing,
  writing,
  yes,
} from "./action.ts";
import { livelihoodIn } from "./livelihood-in.ts";

/** The person is a member now: her answers are kept, she gets her number, and job alerts if she wants them. */
export const saveMember: PerformAction = async (context) => {
  const { talk, ears } = context;
  if (talk.person === null)
    throw new Error("A member is saved who has not given consent: the join flow is out of order.");
  const person = await keepMember(writing(context), talk.person, detailsOf(context), ears.now);
  await noteAlerts(context, "join");
  return ringing({ ...talk, person }, "matching");
};

/** A member corrected something. Only what was asked is changed. */
export const saveDetails: PerformAction = async (context) => {
  const { talk } = context;
  if (talk.person === null) return talk;
  const person = await keepDetails(writing(context), talk.person, detailsOf(context), context.ears.now);
  // A member who turns alerts on herself, after a STOP JOBS too, has asked for them again.
  await noteAlerts(context, "start");
  return ringing({ ...talk, person }, "matching");
};

/** Somebody under 18: nothing but that is kept about her. */
export const protectYoungPerson: PerformAction = async (context) => {
  const { talk, ears } = context;
  if (talk.person === null) return talk;
  await addConsent(writing(context), decider(context), [
    { topic: "jobs", decision: "withdrawn", ...decided(context, "answer", null) },
  ]);
  return { ...talk, person: await protectYoung(writing(context), talk.person, ears.now) };
};

/** What the answers say about the person; what was not asked is left out. */
function detailsOf(context: ActionContext): Details {
  const alerts = answer(context, "alerts");
  const told = {
    name: answer(context, "name"),
    place: answer(context, "place"),
    ageBand: answer(context, "age"),
    sharedPhone: yes(context, "shared"),
    jobAlerts: alerts === null ? null : alerts !== "no",
  };
  const given = Object.fromEntries(Object.entries(told).filter(([, value]) => value !== null));
  return { ...given, ...livelihoodIn(context.answers) };
}

/** What each answer to "shall we text you" allows. */
const allowed: Readonly<Record<string, readonly ConsentTopic[]>> = {
  yes: ["jobs", "notices"],
  jobs: ["jobs"],
  no: [],
};
const asked: readonly ConsentTopic[] = ["jobs", "notices"];

async function noteAlerts(context: ActionContext, how: "join" | "start"): Promise<void> {
  const topics = allowed[answer(context, "alerts") ?? ""];
  if (topics === undefined) return;
  const entries = asked.map((topic) =>
    topics.includes(topic)
      ? ({ topic, decision: "given", ...decided(context, how, "alerts") } as const)
      : ({ topic, decision: "withdrawn", ...decided(context, "answer", "alerts") } as const),
  );
  await addConsent(writing(context), decider(context), entries);
}
