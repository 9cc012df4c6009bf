import { eraseEmployer } from "../../union/employers/erase-employer.ts";
import { erasePerson } from "../../union/members/erase-person.ts";
import { tellForget } from "../employers/tell-employer.ts";
import type { Talk } from "../inbound/talk.ts";
import { nowOf, type PerformAction, ringing } from "./action.ts";

/** Everything kept about the person is erased, also as an employer; only this answer still goes out.
 * Employers who have her contact are asked to delete theirs. */
export const eraseMe: PerformAction = async (context) => {
  const { tx, talk, ears, runtime } = context;
  const recalled = await erasePerson(tx, {
    addressId: talk.lane.addressId,
    personId: talk.person?.id ?? null,
    now: nowOf(context),
  });
  const { employer, lane } = talk;
  await tellForget(tx, runtime, recalled, lane.addressId);
  if (employer !== null)
    await eraseEmployer(tx, { employerId: employer.id, addressId: lane.addressId, now: nowOf(context) });
  const erased: Talk = {
    ...talk,
    person: null,
    employer: null,
    open: [],
    closed: [...talk.closed, ...talk.open.map(({ flow }) => flow)],
    // The address is forgotten too, once the answer has had time to arrive.
    lane: { ...talk.lane, owner: "bot", forgetAt: ears.now + 3_600_000 },
  };
  return recalled.length === 0 ? erased : ringing(erased, "letters");
};
