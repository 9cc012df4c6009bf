import type { Transaction } from "../../prisma/store.ts";
import { audit } from "../audit/audit.ts";
import type { Means } from "../means.ts";
import { endOpenings } from "../openings/end-opening.ts";
import { liveOpening } from "../openings/opening-states.ts";

/** A caseworker's decision about an employer. */
export interface EmployerDecision {
  readonly employerId: string;
  readonly staffId: string;
  /** Why, in the caseworker's words or as a key; null where nothing is to be said. */
  readonly reason: string | null;
}

export type EmployerDecided =
  | { readonly kind: "decided" }
  /** Somebody decided before, perhaps with a second click: nothing was changed. */
  | { readonly kind: "already"; readonly state: string; readonly by: string | null }
  | { readonly kind: "unknown" };

type Deciding = Pick<Means, "store" | "clock" | "doorbell">;

interface Verdict {
  readonly to: "verified" | "refused" | "paused";
  readonly from: readonly string[];
}

/** An employer is who she says she is: members hear of her openings from now on. Ends a pause, too. */
export async function verifyEmployer(means: Deciding, decision: EmployerDecision): Promise<EmployerDecided> {
  const decided = await decide(means, decision, { to: "verified", from: ["waiting", "paused"] }, (tx, now) =>
    tx.opening.updateMany({
      where: { employerId: decision.employerId, state: "open" },
      data: { matchAt: now },
    }),
  );
  if (decided.kind === "decided") await means.doorbell.announceRound("matching");
  return decided;
}

/** Nobody is to hear of this employer: her openings are closed. One who was verified is paused first. */
export async function refuseEmployer(means: Deciding, decision: EmployerDecision): Promise<EmployerDecided> {
  const decided = await decide(
    means,
    decision,
    { to: "refused", from: ["waiting", "paused"] },
    async (tx, now) => {
      const openings = await tx.opening.findMany({
        where: { employerId: decision.employerId, ...liveOpening },
        select: { id: true },
      });
      await endOpenings(tx, { openingIds: openings.map(({ id }) => id), as: "closed", now });
    },
  );
  if (decided.kind === "decided") await means.doorbell.announceRound("expiry");
  return decided;
}

/** Nobody new hears of this employer's openings until she is verified again; those who wait to be told wait on. */
export const pauseEmployer = (means: Deciding, decision: EmployerDecision): Promise<EmployerDecided> =>
  decide(means, decision, { to: "paused", from: ["verified"] }, (tx) =>
    tx.opening.updateMany({ where: { employerId: decision.employerId }, data: { matchAt: null } }),
  );

/** One decision in one transaction: of two at once, the second finds the first. */
function decide(
  { store, clock }: Deciding,
  { employerId, staffId, reason }: EmployerDecision,
  { to, from }: Verdict,
  follow: (tx: Transaction, now: Date) => Promise<unknown>,
): Promise<EmployerDecided> {
  return store.write.once(async (tx) => {
    const now = clock.now();
    const { count } = await tx.employer.updateMany({
      where: { id: employerId, state: { in: [...from] } },
      data: { state: to, decidedAt: now, decidedBy: staffId, reason },
    });
    if (count === 0) {
      const employer = await tx.employer.findUnique({ where: { id: employerId } });
      if (employer === null) return { kind: "unknown" };
      return { kind: "already", state: employer.state, by: employer.decidedBy };
    }
    await follow(tx, now);
    // The reason may hold words about a person; it stands with the employer, not in the log.
    const object = `employer:${employerId}` as const;
    await audit(tx, { actor: `staff:${staffId}`, action: `employer.${to}`, object, detail: {}, at: now });
    return { kind: "decided" };
  });
}
