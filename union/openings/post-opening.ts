import type { OpeningDraft } from "../../domain/opening-draft.ts";
import type { RedFlag } from "../../domain/red-flag-words.ts";
import type { Transaction } from "../../prisma/store.ts";
import { type ListPosting, postOpenings } from "./post-openings.ts";
import type { PostingFault } from "./posting-faults.ts";

/** An opening to be posted, and by whom. */
export interface Posting extends Omit<ListPosting, "listed"> {
  /** The id it gets. */
  readonly id: string;
  readonly draft: OpeningDraft;
}

export type Posted =
  /** Members hear of it from the next round of matching on, if the employer is verified. */
  | { readonly kind: "posted"; readonly openingId: string; readonly code: string; readonly isDue: boolean }
  /** A caseworker looks at its words first. */
  | {
      readonly kind: "held";
      readonly openingId: string;
      readonly code: string;
      readonly rules: readonly RedFlag[];
    }
  /** The same is posted already, under this code. */
  | { readonly kind: "duplicate"; readonly openingId: string; readonly code: string }
  | { readonly kind: "refused"; readonly faults: readonly PostingFault[] };

/** Posts an opening, or says why not and changes nothing. After `isDue`, ring for the round "matching". */
export async function postOpening(tx: Transaction, { id, draft, ...posting }: Posting): Promise<Posted> {
  const posted = await postOpenings(tx, { ...posting, listed: [{ id, draft }] });
  if (posted.kind === "refused") {
    const faults = posted.faults.flatMap((fault) => ("field" in fault ? [fault] : []));
    const same = posted.faults.find((fault) => fault.why === "duplicate");
    return same === undefined || faults.length > 0
      ? { kind: "refused", faults: faults.map(({ field, why }) => ({ field, why })) }
      : { kind: "duplicate", openingId: same.openingId, code: same.code };
  }
  const [opening] = posted.openings;
  if (opening === undefined) throw new Error(`Posting opening ${id}: it was neither taken nor refused.`);
  const { code, rules, isDue } = opening;
  return rules.length === 0
    ? { kind: "posted", openingId: id, code, isDue }
    : { kind: "held", openingId: id, code, rules };
}
