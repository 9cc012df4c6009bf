import {
  type AttestationVerdict,
  amountOf,
  type BlindAnswers,
  type Claimed,
  type RequestFlag,
} from "./credential-request.ts";
import { secondMs } from "./moment.ts";

/** Faster than anybody answers who thinks about it. */
const quickMs = 60 * secondMs;
/** Requests that one attestor may be named in within 30 days before somebody looks. */
const mostForOneAttestor = 3;

/** What is to be compared. */
export interface Comparison {
  readonly claim: Claimed;
  readonly answers: BlindAnswers;
  readonly verdict: AttestationVerdict;
  /** From the first question to the last answer, in milliseconds. */
  readonly tookMs: number;
  /** How many requests named this attestor in the last 30 days, this one among them. */
  readonly timesNamed: number;
}

/** Says what a caseworker should look at in an attestation: a mismatch may be an honest mistake, so none of it decides. */
export function flagsOf({ claim, answers, verdict, tookMs, timesNamed }: Comparison): readonly RequestFlag[] {
  const flags: RequestFlag[] = [];
  if (verdict !== "right" && verdict !== "declined") flags.push(verdict);
  if (claim.kind === "work-record" && (answers.livelihood ?? claim.livelihood) !== claim.livelihood)
    flags.push("livelihood_differs");
  if (claim.kind !== "work-record" && (answers.achievement ?? claim.achievement) !== claim.achievement)
    flags.push("livelihood_differs");
  const amount = amountOf(claim);
  if (amount !== null && Math.abs((answers.months ?? amount) - amount) * 3 > amount)
    flags.push("amount_differs");
  if (tookMs < quickMs) flags.push("quick_answer");
  return [...flags, ...flagsOfAttestor(timesNamed)];
}

/** Says whether an attestor was named too often, before she has said a word. */
export const flagsOfAttestor = (timesNamed: number): readonly RequestFlag[] =>
  timesNamed > mostForOneAttestor ? ["attestor_asked_often"] : [];
