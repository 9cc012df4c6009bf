import type { DraftWhy, OpeningDraft } from "../../domain/opening-draft.ts";

/**
 * Openings one employer may have at once: more is no longer one employer's need, and no caseworker could follow it. The
 * system of one whom a caseworker has verified may hold many.
 */
export const mostOpenings = { usual: 20, bySystem: 1_000 } as const;

/** What is wrong: a part of the draft, or the employer's own standing. */
export interface PostingFault {
  readonly field: keyof OpeningDraft | "employer";
  readonly why: DraftWhy | "unknown_employer" | "employer_refused" | "employer_paused" | "too_many_openings";
}

/** Why an employer of this state may post nothing; null where she may. */
export function standingFault(state: string | null): PostingFault | null {
  if (state === null) return { field: "employer", why: "unknown_employer" };
  if (state === "refused") return { field: "employer", why: "employer_refused" };
  return state === "paused" ? { field: "employer", why: "employer_paused" } : null;
}
