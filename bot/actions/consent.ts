import { dayMs } from "../../domain/moment.ts";
import { addConsent } from "../../union/consent/ledger.ts";
import { addPerson } from "../../union/members/add-person.ts";
import { dropUnjoined } from "../../union/members/drop-unjoined.ts";
import { decided, decider, type PerformAction, writing } from "./action.ts";

/** How long the address of somebody who said no is kept, so that a question she still has can be answered. */
const forgetAfterMs = dayMs;

/** She said yes: from now on there is a person, and a line in the ledger that says so. */
export const recordConsent: PerformAction = async (context) => {
  const { talk, runtime, ears } = context;
  const { addressId, language } = talk.lane;
  const person =
    talk.person ??
    (await addPerson(writing(context), {
      id: runtime.newId(),
      holderId: runtime.newId(),
      addressId,
      language,
      createdAt: ears.now,
    }));
  const entry = { topic: "profile", decision: "given", ...decided(context, "join", "consent") } as const;
  await addConsent(writing(context), { ...decider(context), personId: person.id }, [entry]);
  return { ...talk, person, lane: { ...talk.lane, forgetAt: null } };
};

/** She said no: nothing is kept, and the address itself is forgotten after a day. */
export const declineConsent: PerformAction = async (context) => {
  const { tx, talk, ears } = context;
  await addConsent(writing(context), decider(context), [
    { topic: "profile", decision: "withdrawn", ...decided(context, "answer", "consent") },
  ]);
  const isGone = talk.person !== null && (await dropUnjoined(tx, talk.person.id));
  return {
    ...talk,
    person: isGone ? null : talk.person,
    lane: { ...talk.lane, forgetAt: talk.person === null || isGone ? ears.now + forgetAfterMs : null },
  };
};
