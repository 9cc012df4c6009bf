import { foldText } from "../../domain/fold-text.ts";
import type { Moment } from "../../domain/moment.ts";
import { openingCode } from "../../domain/opening-code.ts";
import { type DraftWhy, draftFaults, type OpeningDraft } from "../../domain/opening-draft.ts";
import type { RedFlag } from "../../domain/red-flag-words.ts";
import { redFlagsIn } from "../../domain/red-flags.ts";
import type { Transaction } from "../../prisma/store.ts";
import { audit } from "../audit/audit.ts";
import { liveOpening } from "./opening-states.ts";

/** Openings one employer may have at once: more is no longer one employer's need, and no caseworker could follow it. */
export const mostOpenings = 20;

/** An opening to be posted, and by whom. */
export interface Posting {
  /** The id it gets. */
  readonly id: string;
  readonly employerId: string;
  readonly draft: OpeningDraft;
  readonly source: "text" | "api" | "console";
  /** Who does it, as the audit log names her. */
  readonly actor: string;
  readonly now: Moment;
}

/** What is wrong: a part of the draft, or the employer's own standing. */
export interface PostingFault {
  readonly field: keyof OpeningDraft | "employer";
  readonly why: DraftWhy | "unknown_employer" | "employer_refused" | "employer_paused" | "too_many_openings";
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
export async function postOpening(tx: Transaction, posting: Posting): Promise<Posted> {
  const { id, employerId, draft, source, actor, now } = posting;
  const employer = await tx.employer.findUnique({ where: { id: employerId }, select: { state: true } });
  const live = await tx.opening.findMany({ where: { employerId, ...liveOpening } });
  const standing = standingFault(employer?.state ?? null);
  const faults = [...(standing === null ? [] : [standing]), ...draftFaults(draft, now)];
  if (faults.length > 0) return { kind: "refused", faults };
  const same = live.find((opening) => isSame(opening, draft));
  if (same !== undefined) return { kind: "duplicate", openingId: same.id, code: same.code };
  if (live.length >= mostOpenings)
    return { kind: "refused", faults: [{ field: "employer", why: "too_many_openings" }] };

  const rules = redFlagsIn(`${draft.place}\n${draft.details ?? ""}`);
  const isDue = rules.length === 0 && employer?.state === "verified";
  const { pay, validUntil, ...words } = draft;
  const numbered = await nextCode(tx);
  const postedAt = new Date(now);
  await tx.opening.create({
    data: {
      ...words,
      ...numbered,
      ...{ id, employerId, source, postedAt, wave: 0 },
      ...{ payAmount: pay.amount, payCurrency: pay.currency, payPeriod: pay.period },
      validUntil: new Date(validUntil),
      state: rules.length === 0 ? "open" : "held",
      heldFor: JSON.stringify(rules),
      matchAt: isDue ? postedAt : null,
    },
  });
  const detail = { source, rules };
  await audit(tx, { actor, action: "opening.posted", object: `opening:${id}`, detail, at: postedAt });
  const { code } = numbered;
  return rules.length === 0
    ? { kind: "posted", openingId: id, code, isDue }
    : { kind: "held", openingId: id, code, rules };
}

function standingFault(state: string | null): PostingFault | null {
  if (state === null) return { field: "employer", why: "unknown_employer" };
  if (state === "refused") return { field: "employer", why: "employer_refused" };
  return state === "paused" ? { field: "employer", why: "employer_paused" } : null;
}

interface Kept {
  readonly livelihood: string;
  readonly place: string;
  readonly country: string | null;
  readonly startsOn: string;
  readonly payAmount: number;
  readonly payCurrency: string;
  readonly payPeriod: string;
}

const isSame = (opening: Kept, { livelihood, place, country, startsOn, pay }: OpeningDraft): boolean =>
  opening.livelihood === livelihood &&
  opening.country === country &&
  opening.startsOn === startsOn &&
  opening.payAmount === pay.amount &&
  opening.payCurrency === pay.currency &&
  opening.payPeriod === pay.period &&
  foldText(opening.place) === foldText(place);

/** The next serial whose code no opening that is not over has. */
async function nextCode(tx: Transaction): Promise<{ readonly serial: number; readonly code: string }> {
  const last = await tx.opening.aggregate({ _max: { serial: true } });
  for (let serial = (last._max.serial ?? 0) + 1; ; serial += 1) {
    const code = openingCode(serial);
    const holder = await tx.opening.findFirst({ where: { code, ...liveOpening }, select: { id: true } });
    if (holder === null) return { serial, code };
  }
}
