import { dayMs } from "../../domain/moment.ts";
import { closeCases } from "../../union/cases/close-case.ts";
import { type CaseReason, openCase } from "../../union/cases/open-case.ts";
import { nowOf, type PerformAction } from "./action.ts";

/** When nobody has closed a case after so long, the bot answers again, and says so. */
const returnAfterMs = 2 * dayMs;

const reasons: Readonly<Record<string, CaseReason>> = {
  join: "question_before_joining",
  young: "young_person",
};

/** Opens a case; until it is closed the bot is silent. */
export const openTheCase: PerformAction = async (context) => {
  const { tx, talk, runtime, flow, ears } = context;
  const { addressId, turn } = talk.lane;
  const reason = reasons[flow] ?? "asked_for_person";
  await openCase(tx, {
    id: runtime.newId(),
    addressId,
    personId: talk.person?.id ?? null,
    reason,
    now: nowOf(context),
  });
  return {
    ...talk,
    lane: { ...talk.lane, owner: "person" },
    timer: {
      key: `case:${addressId}`,
      addressId,
      kind: "case_return",
      turn,
      dueAt: ears.now + returnAfterMs,
    },
  };
};

/** The member went back to the bot by herself. */
export const closeTheCase: PerformAction = async (context) => {
  await closeCases(context.tx, context.talk.lane.addressId, "member", nowOf(context));
  return context.talk;
};
