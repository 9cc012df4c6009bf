import { matchDueOpenings } from "../../union/matching/match-due-openings.ts";
import { matchNewMembers } from "../../union/matching/match-new-members.ts";
import { memberIndex } from "../../union/matching/member-index.ts";
import type { Runtime } from "../runtime.ts";

/** The round "matching": openings that are due, and members who are new to those under way; with the one index of members of this process, which is filled at the first round. Gives back how many will be told. */
export function matchOpenings(runtime: Runtime): () => Promise<number> {
  const members = memberIndex(runtime.store);
  return async () => {
    const { alerts } = await matchDueOpenings(runtime, members);
    const more = await matchNewMembers(runtime);
    if (more > 0) await runtime.doorbell.announceRound("alerts");
    return alerts + more;
  };
}
