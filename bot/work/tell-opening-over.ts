import { isLanguage } from "../../domain/language.ts";
import type { NewOutbound } from "../../prisma/rows/outbound.ts";
import type { Transaction } from "../../prisma/store.ts";
import { alertAddresses } from "../../union/matching/alert-address.ts";
import { type Approach, reachOut } from "../reaching-out/reach-out.ts";
import type { Runtime } from "../runtime.ts";
import { livelihoodName } from "../values/opening-words.ts";

/** What a member is told of an opening she said yes to. `agreed`: she and the employer have each other's contact already. */
export type HowOver = "filled" | "closed" | "expired" | "paused" | "agreed";

/** A member who said yes to an opening that is over, or rests. */
export interface Over {
  readonly openingId: string;
  readonly personId: string;
  readonly code: string;
  readonly livelihood: string;
  readonly how: HowOver;
}

/**
 * Tells members that an opening they said yes to is over, once for each opening and way, in the given transaction. Those
 * who want to hear of jobs no more are left alone. Gives back the messages to announce after it.
 */
export async function tellOpeningOver(
  tx: Transaction,
  members: readonly Over[],
  runtime: Runtime,
): Promise<readonly NewOutbound[]> {
  const addresses = await alertAddresses(
    tx,
    members.map(({ personId }) => personId),
  );
  const lanes = await tx.lane.findMany({
    where: { addressId: { in: [...addresses.values()].map(({ addressId }) => addressId) } },
    select: { addressId: true, language: true },
  });
  const languages = new Map(lanes.map(({ addressId, language }) => [addressId, language]));
  const approaches = members.flatMap(({ openingId, personId, code, livelihood, how }): Approach[] => {
    const address = addresses.get(personId);
    if (address === undefined) return [];
    const { addressId } = address;
    const language = languages.get(addressId) ?? "en";
    const key = `over:${how}:${openingId}:${personId}`;
    return [
      {
        addressId,
        cause: { key, class: "alert", topic: "jobs", requestId: key },
        says: [{ namespace: "common", key: `openingOver.${how}` }],
        values: {
          jobCode: code,
          job: livelihoodName(livelihood, isLanguage(language) ? language : "en", runtime.locales),
        },
      },
    ];
  });
  return reachOut(tx, approaches, runtime);
}
