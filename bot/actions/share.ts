import { addConsent } from "../../union/consent/ledger.ts";
import { endSharing as endPin, sharePapers as makePin } from "../../union/credentials/share-papers.ts";
import { decided, decider, nowOf, type PerformAction, turnsOut, writing } from "./action.ts";

/** SHARE: a PIN that she can give away, said this once. The one before no longer works. */
export const sharePapers: PerformAction = async (context) => {
  const { tx, talk, runtime } = context;
  if (talk.person === null) return turnsOut(context, "noPapers");
  const holder = { personId: talk.person.id, addressId: talk.lane.addressId };
  const made = await makePin(tx, runtime, holder, nowOf(context));
  return made === null ? turnsOut(context, "noPapers") : turnsOut(context, "shared", { pin: made.pin });
};

/** STOP SHARE: from this turn on no PIN of hers works, and what she allowed to be shared is taken back. */
export const endSharing: PerformAction = async (context) => {
  const { tx, talk } = context;
  if (talk.person === null) return turnsOut(context, "nothingShared");
  await addConsent(writing(context), decider(context), [
    { topic: "sharing", decision: "withdrawn", ...decided(context, "answer", null) },
  ]);
  const wasShared = await endPin(tx, talk.person.id, nowOf(context));
  return turnsOut(context, wasShared ? "ended" : "nothingShared");
};
