import { z } from "zod";
import { redFlags } from "../../domain/red-flag-words.ts";
import type { Store, Transaction } from "../../prisma/store.ts";
import { type AuditAction, audit } from "../audit/audit.ts";
import type { Means } from "../means.ts";
import { endOpenings } from "./end-opening.ts";
import { withCounts } from "./openings-of.ts";

const storedRules = z.array(z.enum(redFlags));

/** The openings a caseworker may have to do with: `held` ones wait for her look. */
export const openingsShown = ["held", "paused", "open"] as const;

/**
 * The openings in a state, the oldest first, at most 200, each with its employer, the rules that held it back, and how many
 * members were told and said yes.
 */
export async function openingsToReview(
  { read }: Pick<Store, "read">,
  state: (typeof openingsShown)[number] = "held",
) {
  const rows = await read.opening.findMany({
    where: { state },
    orderBy: { postedAt: "asc" },
    take: 200,
    include: { employer: { select: { id: true, name: true, state: true } } },
  });
  const counted = await withCounts(read, rows);
  return counted.map(({ heldFor, ...opening }) => ({
    ...opening,
    rules: storedRules.parse(JSON.parse(heldFor)),
  }));
}

/** A caseworker's decision about an opening that is held back. */
export interface OpeningDecision {
  readonly openingId: string;
  readonly staffId: string;
}

export type OpeningDecided =
  | { readonly kind: "decided" }
  /** It is not held any more, perhaps after a second click: nothing was changed. */
  | { readonly kind: "already"; readonly state: string }
  /** The day to answer by has passed meanwhile. */
  | { readonly kind: "too_late" }
  | { readonly kind: "unknown" };

type Deciding = Pick<Means, "store" | "clock" | "doorbell">;

/** The words of an opening are all right: members hear of it as soon as its employer is verified. */
export async function releaseOpening(means: Deciding, decision: OpeningDecision): Promise<OpeningDecided> {
  const decided = await decide(means, decision, "opening.released", async (tx, now) => {
    const { openingId: id } = decision;
    const { validUntil, employer } = await tx.opening.findUniqueOrThrow({
      where: { id },
      select: { validUntil: true, employer: { select: { state: true } } },
    });
    if (validUntil <= now) return { kind: "too_late" };
    const matchAt = employer.state === "verified" ? now : null;
    await tx.opening.update({ where: { id }, data: { state: "open", matchAt } });
    return { kind: "decided" };
  });
  if (decided.kind === "decided") await means.doorbell.announceRound("matching");
  return decided;
}

/** The words of an opening break the rules: it is closed, and nobody has heard of it. */
export const refuseOpening = (
  means: Deciding,
  decision: OpeningDecision & {
    /** A key, not words: it stands in the audit log. */
    readonly reason: string;
  },
): Promise<OpeningDecided> =>
  decide(
    means,
    decision,
    "opening.refused",
    async (tx, now) => {
      await endOpenings(tx, { openingIds: [decision.openingId], as: "closed", now });
      return { kind: "decided" };
    },
    { reason: decision.reason },
  );

function decide(
  { store, clock }: Deciding,
  { openingId, staffId }: OpeningDecision,
  action: AuditAction,
  follow: (tx: Transaction, now: Date) => Promise<OpeningDecided>,
  detail: Readonly<Record<string, string>> = {},
): Promise<OpeningDecided> {
  return store.write.once(async (tx) => {
    const now = clock.now();
    const opening = await tx.opening.findUnique({ where: { id: openingId } });
    if (opening === null) return { kind: "unknown" };
    if (opening.state !== "held") return { kind: "already", state: opening.state };
    const decided = await follow(tx, now);
    if (decided.kind === "decided")
      await audit(tx, {
        actor: `staff:${staffId}`,
        action,
        object: `opening:${openingId}`,
        detail: { ...detail, rules: opening.heldFor },
        at: now,
      });
    return decided;
  });
}
