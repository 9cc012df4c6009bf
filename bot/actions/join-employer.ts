import { z } from "zod";
import { dayMs } from "../../domain/moment.ts";
import { addConsent } from "../../union/consent/ledger.ts";
import { employerKinds, joinEmployer as keepEmployer } from "../../union/employers/join-employer.ts";
import { answer, decided, decider, nowOf, type PerformAction, turnsOut, writing } from "./action.ts";

/** How long the address of somebody who said no is kept, so that a question she still has can be answered. */
const forgetAfterMs = dayMs;

const kindOf = z.enum(employerKinds);

/** What the conversation has asked by the time it runs this. */
const told = z.object({
  kind: kindOf,
  title: z.string(),
  town: z.string(),
  contact: z.string(),
  email: z.string().optional(),
});

/** She has said who she is and promised: from now on there is an employer, who waits for a caseworker, and a line in the ledger. */
export const joinEmployer: PerformAction = async (context) => {
  const { tx, talk, answers, runtime } = context;
  const { addressId, language, country } = talk.lane;
  const { kind, title, town, contact, email } = told.parse(answers);
  const joined = await keepEmployer(tx, {
    id: runtime.newId(),
    contactId: runtime.newId(),
    name: title,
    kind,
    place: town,
    country,
    contactName: contact,
    email: answer(context, "byMail") === "yes" ? (email ?? null) : null,
    language,
    addressId,
    now: nowOf(context),
  });
  if (joined.kind === "joined")
    await addConsent(writing(context), decider(context), [
      { topic: "digests", decision: "given", ...decided(context, "join", "consent") },
    ]);
  const employer =
    joined.kind === "joined"
      ? { id: joined.employerId, name: title, state: "waiting" as const }
      : talk.employer;
  const withEmployer = { ...talk, employer, lane: { ...talk.lane, forgetAt: null } };
  return turnsOut({ ...context, talk: withEmployer }, joined.kind);
};

/** She said no: nothing is kept, and an address that is nobody else's is forgotten after a day. */
export const declineEmployer: PerformAction = async ({ talk, ears }) =>
  talk.person !== null || talk.employer !== null
    ? talk
    : { ...talk, lane: { ...talk.lane, forgetAt: ears.now + forgetAfterMs } };
