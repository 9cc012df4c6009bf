import { erasePerson } from "../../union/members/erase-person.ts";
import { nowOf, type PerformAction } from "./action.ts";

/** Everything kept about the person is erased; only this answer still goes out. */
export const eraseMe: PerformAction = async (context) => {
  const { tx, talk, ears } = context;
  await erasePerson(tx, {
    addressId: talk.lane.addressId,
    personId: talk.person?.id ?? null,
    now: nowOf(context),
  });
  return {
    ...talk,
    person: null,
    open: [],
    closed: [...talk.closed, ...talk.open.map(({ flow }) => flow)],
    // The address is forgotten too, once the answer has had time to arrive.
    lane: { ...talk.lane, owner: "bot", forgetAt: ears.now + 3_600_000 },
  };
};
