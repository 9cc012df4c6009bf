import { startEntries, stopEntries } from "../../domain/consent.ts";
import { addConsent, consentLedgers } from "../../union/consent/ledger.ts";
import { saveDetails } from "../../union/members/save-person.ts";
import { cancelQueued } from "../../union/messages/cancel-queued.ts";
import { type ActionContext, decided, decider, type PerformAction, writing } from "./action.ts";

/** STOP: everything that still waits is cancelled, and nothing more is sent until START. */
export const stopAll: PerformAction = async (context) => {
  const { tx, talk } = context;
  await addConsent(writing(context), decider(context), stopEntries("all", decided(context, "stop", null)));
  await cancelQueued(tx, talk.lane.addressId, null);
  return { ...(await withAlerts(context, false)), lane: { ...talk.lane, state: "stopped" } };
};

/** STOP JOBS: no more job alerts; everything else goes on. */
export const stopJobs: PerformAction = async (context) => {
  const { tx, talk } = context;
  await addConsent(writing(context), decider(context), stopEntries("jobs", decided(context, "stop", null)));
  await cancelQueued(tx, talk.lane.addressId, "jobs");
  return withAlerts(context, false);
};

/** START: what STOP closed, all or a topic, is open again, except sharing, which is asked anew each time. */
export const startAgain: PerformAction = async (context) => {
  const { tx, talk, mail } = context;
  const ledgers = await consentLedgers(tx, [talk.lane.addressId]);
  const entries = startEntries(ledgers.get(talk.lane.addressId) ?? [], decided(context, "start", null));
  if (entries.length === 0) return talk;
  await addConsent(writing(context), decider(context), entries);
  const jobs = entries.find(({ topic }) => topic === "jobs");
  const back = jobs === undefined ? talk : await withAlerts(context, jobs.decision === "given");
  const isSaid = mail.providerAnswered || talk.says.some(({ key }) => key === "started");
  return isSaid ? back : { ...back, says: [{ namespace: "common", key: "started" }, ...back.says] };
};

/** The person blocked us on this channel: the same as STOP, told by the provider. */
export const noteBlocked: PerformAction = async (context) => {
  const { tx, talk } = context;
  await addConsent(
    writing(context),
    decider(context),
    stopEntries("all", decided(context, "provider", null)),
  );
  await cancelQueued(tx, talk.lane.addressId, null);
  return talk;
};

/** What "my details" shows must agree with the ledger. */
async function withAlerts(context: ActionContext, jobAlerts: boolean) {
  const { talk } = context;
  if (talk.person === null) return talk;
  return {
    ...talk,
    person: await saveDetails(writing(context), talk.person, { jobAlerts }, context.ears.now),
  };
}
