import { type CredentialClaims, credentialClaims, levelOf } from "../../domain/credential-claims.ts";
import { initialsOf } from "../../domain/credential-initials.ts";
import type { BlindAnswers, Claimed, Relation } from "../../domain/credential-request.ts";
import { livelihoodOf } from "../../domain/livelihoods.ts";

/** What was confirmed, and how. */
export interface Confirmed {
  readonly claim: Claimed;
  readonly answers: BlindAnswers;
  readonly relation: Relation;
  readonly name: string | null;
  readonly answeredAt: Date;
}

/**
 * What a credential will say: of the name no more than initials, and of the time no more than the attestor remembered.
 *
 * @throws ZodError where that is nothing that a credential may say
 */
export function claimsOf({ claim, answers, relation, name, answeredAt }: Confirmed): CredentialClaims {
  const how = {
    ...{ level: levelOf[relation], confirmedBy: relation, reachedBy: "message" },
    confirmedIn: answeredAt.toISOString().slice(0, 7),
  };
  const what = { ...confirmedPart(claim, answers.months), ...how };
  const initials = name === null ? null : initialsOf(name);
  // A name in letters that no credential shows is left out: the paper is worth more than the initials on it.
  const named = initials === null ? undefined : credentialClaims.safeParse({ ...what, name: initials }).data;
  return named ?? credentialClaims.parse(what);
}

function confirmedPart(claim: Claimed, remembered: number | undefined): object {
  const { kind } = claim;
  if (kind === "skill") return { kind, skill: claim.achievement };
  const most = (told: number): number => Math.max(1, Math.min(told, remembered ?? told));
  if (kind === "training") return { kind, course: claim.achievement, hours: most(claim.hours) };
  return { kind, occupation: livelihoodOf(claim.livelihood)?.isco, months: most(claim.months) };
}
