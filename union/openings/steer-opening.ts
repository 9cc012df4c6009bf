import type { Transaction } from "../../prisma/store.ts";
import type { Means } from "../means.ts";
import { closeOpening, fillOpening, type OpeningAct } from "./end-opening.ts";
import { pauseOpening, resumeOpening } from "./pause-opening.ts";

/** What a caseworker can do with an opening that members have heard of, on an employer's behalf or for the members' sake. */
export const openingSteps = ["resume", "pause", "fill", "close"] as const;
export type OpeningStep = (typeof openingSteps)[number];

/** What can be done with an opening as it stands; nothing with one that is over. */
export const stepsFrom: Readonly<Record<string, readonly OpeningStep[]>> = {
  open: ["pause", "fill", "close"],
  paused: ["resume", "fill", "close"],
};

export interface OpeningSteering {
  readonly openingId: string;
  readonly staffId: string;
  readonly step: OpeningStep;
  /** A key, not words: it stands in the audit log. */
  readonly reason: string;
}

export type SteeredOpening =
  | { readonly kind: "done" }
  /** It does not stand so that this could be done, perhaps after a second click: nothing was changed. */
  | { readonly kind: "not_now"; readonly state: string }
  /** The day to answer by has passed meanwhile. */
  | { readonly kind: "too_late" }
  | { readonly kind: "unknown" };

/**
 * Lets a paused opening go on, pauses it, marks it as filled or closes it, with the reason in the audit log. Members are
 * looked for at once after the first, and those who said yes hear of an end. One that is held back is released or refused
 * (`review-openings.ts`), never steered.
 */
export async function steerOpening(
  { store, clock, doorbell }: Pick<Means, "store" | "clock" | "doorbell">,
  { openingId, staffId, step, reason }: OpeningSteering,
): Promise<SteeredOpening> {
  const steered = await store.write.once(async (tx): Promise<SteeredOpening> => {
    const now = clock.now();
    const opening = await tx.opening.findUnique({ where: { id: openingId } });
    if (opening === null) return { kind: "unknown" };
    const { state, validUntil } = opening;
    if (stepsFrom[state]?.includes(step) !== true) return { kind: "not_now", state };
    if (step === "resume" && validUntil <= now) return { kind: "too_late" };
    const isDone = await take(tx, step, { openingId, actor: `staff:${staffId}`, now, reason });
    return isDone ? { kind: "done" } : { kind: "not_now", state };
  });
  if (steered.kind === "done" && step === "resume") await doorbell.announceRound("matching");
  if (steered.kind === "done" && (step === "fill" || step === "close"))
    await doorbell.announceRound("expiry");
  return steered;
}

async function take(tx: Transaction, step: OpeningStep, act: OpeningAct): Promise<boolean> {
  switch (step) {
    case "resume":
      return resumeOpening(tx, act);
    case "pause":
      return pauseOpening(tx, act);
    case "fill":
      return (await fillOpening(tx, act)).kind === "ended";
    case "close":
      return (await closeOpening(tx, act)).kind === "ended";
  }
}
