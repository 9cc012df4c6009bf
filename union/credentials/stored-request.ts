import { z } from "zod";
import {
  type BlindAnswers,
  blindAnswers,
  type Claimed,
  claimed,
  type Relation,
  type RequestFlag,
  relations,
  requestFlags,
} from "../../domain/credential-request.ts";

interface ClaimColumns {
  readonly kind: string;
  readonly livelihood: string | null;
  readonly achievement: number | null;
  readonly amount: number | null;
}

/** What a member claims, as it is written in a request. */
export const claimColumns = (claim: Claimed): ClaimColumns => ({
  kind: claim.kind,
  livelihood: claim.kind === "work-record" ? claim.livelihood : null,
  achievement: claim.kind === "work-record" ? null : claim.achievement,
  amount: claim.kind === "work-record" ? claim.months : claim.kind === "training" ? claim.hours : null,
});

const byKind: Readonly<Record<string, (row: ClaimColumns) => object>> = {
  "work-record": ({ livelihood, amount }) => ({ livelihood, months: amount }),
  training: ({ achievement, amount }) => ({ achievement, hours: amount }),
  skill: ({ achievement }) => ({ achievement }),
};

/** Reads the claim of a request back. @throws ZodError for a row that nothing of ours wrote */
export const claimOf = (row: ClaimColumns): Claimed =>
  claimed.parse({ kind: row.kind, ...byKind[row.kind]?.(row) });

const relation = z.enum(relations);

/** Reads back who is to confirm. @throws ZodError for a row that nothing of ours wrote */
export const relationOf = (row: { readonly relation: string }): Relation => relation.parse(row.relation);

const storedFlags = z.array(z.enum(requestFlags));

/** Reads back what a caseworker should look at. */
export const flagsIn = (row: { readonly flags: string }): readonly RequestFlag[] =>
  storedFlags.parse(JSON.parse(row.flags));

/** Flags as they are written, each once. */
export const flagsText = (...flags: readonly RequestFlag[]): string => JSON.stringify([...new Set(flags)]);

/** Reads back what an attestor answered; nothing where she has not. */
export const answersIn = (row: { readonly answers: string | null }): BlindAnswers =>
  blindAnswers.parse(JSON.parse(row.answers ?? "{}"));
