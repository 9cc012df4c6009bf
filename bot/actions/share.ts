import { dayMs } from "../../domain/moment.ts";
import { addConsent } from "../../union/consent/ledger.ts";
import { endSharing as endPin, sharePapers as makePin } from "../../union/credentials/share-papers.ts";
import { recallContacts } from "../../union/introductions/recall-contact.ts";
import { tellForget } from "../employers/tell-employer.ts";
import { decided, decider, nowOf, type PerformAction, ringing, turnsOut, writing } from "./action.ts";

/** How far back employers are asked: with one who has had her contact for longer she deals herself. */
const recallWithinMs = 30 * dayMs;

/** SHARE: a PIN that she can give away, said this once. The one before no longer works. */
export const sharePapers: PerformAction = async (context) => {
  const { tx, talk, runtime } = context;
  if (talk.person === null) return turnsOut(context, "noPapers");
  const holder = { personId: talk.person.id, addressId: talk.lane.addressId };
  const made = await makePin(tx, runtime, holder, nowOf(context));
  return made === null ? turnsOut(context, "noPapers") : turnsOut(context, "shared", { pin: made.pin });
};

/** STOP SHARE: from this turn on no PIN of hers works, what she allowed to be shared is taken back, and employers who
 * got her contact lately are asked to delete it. */
export const endSharing: PerformAction = async (context) => {
  const { tx, talk, runtime } = context;
  if (talk.person === null) return turnsOut(context, "nothingShared");
  await addConsent(writing(context), decider(context), [
    { topic: "sharing", decision: "withdrawn", ...decided(context, "answer", null) },
  ]);
  const now = nowOf(context);
  const wasShared = await endPin(tx, talk.person.id, now);
  const since = new Date(now.getTime() - recallWithinMs);
  const recall = { personId: talk.person.id, why: "sharing_withdrawn", since, now } as const;
  const recalled = await recallContacts(tx, recall);
  await tellForget(tx, runtime, recalled, talk.lane.addressId);
  if (recalled.length > 0) return ringing(turnsOut(context, "recalled"), "letters");
  return turnsOut(context, wasShared ? "ended" : "nothingShared");
};
