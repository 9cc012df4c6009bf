import { matchDueOpenings } from "../../union/matching/match-due-openings.ts";
import { memberIndex } from "../../union/matching/member-index.ts";
import type { Runtime } from "../runtime.ts";

/** The round "matching", with the one index of members of this process, which is filled at the first round. Gives back how many will be told. */
export function matchOpenings(runtime: Runtime): () => Promise<number> {
  const members = memberIndex(runtime.store);
  return async () => (await matchDueOpenings(runtime, members)).alerts;
}
