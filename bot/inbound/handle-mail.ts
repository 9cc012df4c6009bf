import { gathered } from "../gathered.ts";
import type { Runtime } from "../runtime.ts";
import { commitTurn } from "./commit-turn.ts";
import { noteFailure } from "./note-failure.ts";

/** Handles all mail of some addresses, and rings for the answers. Settles when none of them has any left that can be handled now. */
export type HandleMail = (addressIds: readonly string[]) => Promise<void>;

/**
 * Makes the function that handles mail: one address at a time in the order received, different addresses side by side
 * and sharing transactions. A message that fails five times is parked, visibly, and its address goes on.
 */
export function handleMail(runtime: Runtime): HandleMail {
  const { doorbell, log, counts } = runtime;
  const commit = commitTurn(runtime);

  // Not waited for: an unheard ring is found by the sweep.
  const announce = gathered(doorbell.announceMessages);

  const handleNext = async (addressId: string): Promise<"again" | "enough"> => {
    try {
      const outcome = await commit(addressId);
      if (outcome.kind === "no_mail") return "enough";
      counts.handled("done");
      log.info(
        { requestId: outcome.requestId, inbound: outcome.inboundId, replies: outcome.replies.length },
        "message handled",
      );
      for (const reply of outcome.replies) announce({ ...reply, attempt: 0 });
      // Nor for this: each round comes by itself.
      for (const round of outcome.rings) void doorbell.announceRound(round);
      return outcome.hasMoreMail ? "again" : "enough";
    } catch (fault) {
      return (await noteFailure(runtime, addressId, fault)) === "parked" ? "again" : "enough";
    }
  };
  const handleAll = async (addressId: string): Promise<void> => {
    while ((await handleNext(addressId)) === "again");
  };
  return async (addressIds) => {
    await Promise.all([...new Set(addressIds)].map(handleAll));
  };
}
