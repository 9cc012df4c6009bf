import type { Moment } from "../../domain/moment.ts";
import { draftFaults, type OpeningDraft } from "../../domain/opening-draft.ts";
import type { RedFlag } from "../../domain/red-flag-words.ts";
import { redFlagsIn } from "../../domain/red-flags.ts";
import type { Transaction } from "../../prisma/store.ts";
import { type AuditEvent, auditAll } from "../audit/audit.ts";
import { freeCodes } from "./free-codes.ts";
import { liveOpening } from "./opening-states.ts";
import { mostOpenings, type PostingFault, standingFault } from "./posting-faults.ts";
import { sameness, samenessOf } from "./same-opening.ts";

/** Openings to be posted together, and by whom. */
export interface ListPosting {
  readonly employerId: string;
  /** Each with the id it gets. */
  readonly listed: readonly { readonly id: string; readonly draft: OpeningDraft }[];
  readonly source: "text" | "api" | "console";
  /** Who does it, as the audit log names her. */
  readonly actor: `employer:${string}`;
  readonly now: Moment;
}

/** What is wrong with one of them, counted from 0. */
export type ListFault =
  | (PostingFault & { readonly at: number })
  /** The same is posted already, under this code. */
  | { readonly at: number; readonly why: "duplicate"; readonly openingId: string; readonly code: string }
  /** The same stands earlier in the list. */
  | { readonly at: number; readonly why: "repeated"; readonly first: number };

/** One that was taken. Where a rule holds it back, a caseworker looks at its words first. */
export interface TakenOpening {
  readonly openingId: string;
  readonly code: string;
  readonly rules: readonly RedFlag[];
  /** Members hear of it from the next round of matching on. */
  readonly isDue: boolean;
}

export type ListPosted =
  | { readonly kind: "posted"; readonly openings: readonly TakenOpening[] }
  | { readonly kind: "refused"; readonly faults: readonly ListFault[] };

/** Posts all of them, or says what is wrong with each and changes nothing. Where one is due, ring for the round "matching". */
export async function postOpenings(tx: Transaction, posting: ListPosting): Promise<ListPosted> {
  const { employerId, listed, source, actor, now } = posting;
  const employer = await tx.employer.findUnique({ where: { id: employerId }, select: { state: true } });
  const standing = standingFault(employer?.state ?? null);
  const live = await tx.opening.findMany({ where: { employerId, ...liveOpening } });
  const isVerified = employer?.state === "verified";
  const faults = [
    ...(standing === null ? [] : [{ ...standing, at: 0 }]),
    ...listed.flatMap(({ draft }, at) => draftFaults(draft, now).map((fault) => ({ ...fault, at }))),
    ...repeatsIn(listed, live),
  ].toSorted((one, other) => one.at - other.at);
  if (faults.length > 0) return { kind: "refused", faults };
  const most = source === "api" && isVerified ? mostOpenings.bySystem : mostOpenings.usual;
  if (live.length + listed.length > most)
    return { kind: "refused", faults: [{ at: 0, field: "employer", why: "too_many_openings" }] };

  const codes = await freeCodes(tx, listed.length);
  const postedAt = new Date(now);
  const taken = listed.map(({ id, draft }, at) => {
    const { pay, validUntil, ...words } = draft;
    const free = codes[at];
    if (free === undefined) throw new Error(`Posting opening ${id}: it got no code.`);
    const rules = redFlagsIn(`${draft.place}\n${draft.details ?? ""}`);
    const isDue = rules.length === 0 && isVerified;
    const row = {
      ...{ ...words, ...free, id, employerId, source, postedAt, wave: 0 },
      ...{ payAmount: pay.amount, payCurrency: pay.currency, payPeriod: pay.period },
      validUntil: new Date(validUntil),
      state: rules.length === 0 ? "open" : "held",
      heldFor: JSON.stringify(rules),
      matchAt: isDue ? postedAt : null,
    };
    const said: AuditEvent = {
      ...{ actor, action: "opening.posted", object: `opening:${id}`, at: postedAt },
      detail: { source, rules },
    };
    return { row, said, opening: { openingId: id, code: free.code, rules, isDue } };
  });
  await tx.opening.createMany({ data: taken.map(({ row }) => row) });
  await auditAll(
    tx,
    taken.map(({ said }) => said),
  );
  return { kind: "posted", openings: taken.map(({ opening }) => opening) };
}

type Live = Parameters<typeof samenessOf>[0] & { readonly id: string; readonly code: string };

/** Those that are posted already, or stand in the list before. */
function repeatsIn(listed: ListPosting["listed"], live: readonly Live[]): readonly ListFault[] {
  const posted = new Map(live.map((opening) => [samenessOf(opening), opening]));
  const firsts = new Map<string, number>();
  return listed.flatMap(({ draft }, at): readonly ListFault[] => {
    const same = sameness(draft);
    const already = posted.get(same);
    if (already !== undefined) return [{ at, why: "duplicate", openingId: already.id, code: already.code }];
    const first = firsts.get(same);
    if (first !== undefined) return [{ at, why: "repeated", first }];
    firsts.set(same, at);
    return [];
  });
}
