import { setTimeout as wait } from "node:timers/promises";
import type { Chance } from "./chance.ts";
import type { Deliveries } from "./provider.ts";

/** How often a message that was taken is delivered once more all the same, as a provider does whose line dropped our answer. */
const deliveredAgain = 0.02;

/**
 * Brings one message to the service as a provider does: under the same id again and again, until it is answered with 200.
 *
 * @param post  makes one try; gives back the status of the answer, and throws where there was none
 */
export async function deliverUntilTaken(
  id: string,
  post: () => Promise<number>,
  deliveries: Deliveries,
  chance: Chance,
): Promise<void> {
  const tryOnce = async (): Promise<boolean> => {
    deliveries.tries += 1;
    return (await post().catch(() => 0)) === 200;
  };
  while (!(await tryOnce())) await wait(chance.between(100, 400));
  deliveries.accepted.add(id);
  if (chance.happens(deliveredAgain)) await tryOnce();
}
