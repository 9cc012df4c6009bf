import type { NewOutbound } from "../../prisma/rows/outbound.ts";
import type { Transaction } from "../../prisma/store.ts";
import type { Viewed } from "../../union/credentials/share-papers.ts";
import { reachOut } from "../reaching-out/reach-out.ts";
import type { Runtime } from "../runtime.ts";

/**
 * Tells a member that somebody saw her papers with her PIN: once for each viewing, which `once` names.
 *
 * Gives back what was queued, for the caller to announce; what nobody announces the sweep finds.
 */
export const tellOfViewing = (
  tx: Transaction,
  { addressId }: Viewed,
  once: string,
  runtime: Runtime,
): Promise<readonly NewOutbound[]> =>
  reachOut(
    tx,
    [
      {
        addressId,
        cause: { key: `viewed:${once}`, class: "reply", topic: "talk", requestId: `viewed-${once}` },
        says: [{ namespace: "credentials", key: "told.viewed" }],
      },
    ],
    runtime,
  );
