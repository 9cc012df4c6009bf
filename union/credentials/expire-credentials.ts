import { dayMs } from "../../domain/moment.ts";
import type { Means } from "../means.ts";
import { triesKeptMs } from "./try-limits.ts";

/** How long the phone number of somebody who was asked is kept: long enough to ask her again about a doubt. */
const attestorKeptMs = 90 * dayMs;

/** How many of each were ended. */
export interface Ended {
  readonly credentials: number;
  readonly grants: number;
  readonly tries: number;
  readonly attestors: number;
}

/** Ends what has run out: credentials, PINs, the memory of who asked about codes, and the phone numbers of attestors. */
export async function expireCredentials({ store, clock }: Pick<Means, "store" | "clock">): Promise<Ended> {
  const now = clock.now();
  const before = (ms: number): Date => new Date(now.getTime() - ms);
  return store.write.once(async (tx) => ({
    credentials: (
      await tx.credential.updateMany({
        where: { state: { in: ["issued", "suspended"] }, validUntil: { lte: now } },
        data: { state: "expired", changedAt: now },
      })
    ).count,
    grants: (await tx.shareGrant.deleteMany({ where: { expiresAt: { lte: now } } })).count,
    tries: (await tx.verifyTry.deleteMany({ where: { at: { lte: before(triesKeptMs) } } })).count,
    attestors: (
      await tx.attestation.updateMany({
        where: { identifier: { not: null }, dueAt: null, createdAt: { lte: before(attestorKeptMs) } },
        data: { identifier: null },
      })
    ).count,
  }));
}
