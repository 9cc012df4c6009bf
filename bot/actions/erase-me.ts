import { eraseEmployer } from "../../union/employers/erase-employer.ts";
import { erasePerson } from "../../union/members/erase-person.ts";
import { nowOf, type PerformAction } from "./action.ts";

/** Everything kept about the person is erased, also as an employer; only this answer still goes out. */
export const eraseMe: PerformAction = async (context) => {
  const { tx, talk, ears } = context;
  await erasePerson(tx, {
    addressId: talk.lane.addressId,
    personId: talk.person?.id ?? null,
    now: nowOf(context),
  });
  const { employer, lane } = talk;
  if (employer !== null)
    await eraseEmployer(tx, { employerId: employer.id, addressId: lane.addressId, now: nowOf(context) });
  return {
    ...talk,
    person: null,
    employer: null,
    open: [],
    closed: [...talk.closed, ...talk.open.map(({ flow }) => flow)],
    // The address is forgotten too, once the answer has had time to arrive.
    lane: { ...talk.lane, owner: "bot", forgetAt: ears.now + 3_600_000 },
  };
};
