import type { CredentialClaims } from "../../domain/credential-claims.ts";
import { livelihoods } from "../../domain/livelihoods.ts";
import { dayMs } from "../../domain/moment.ts";
import type { VerifiedCredential } from "./verify-credential.ts";

/** What anybody may see who has the code of a credential: no name. */
export interface TierZero {
  readonly kind: CredentialClaims["kind"];
  /** One of the livelihoods of the menu; null where it is none of today's, or the paper is not about work. */
  readonly livelihood: string | null;
  /** The number of a skill or course in the catalogue. */
  readonly achievement: number | null;
  readonly months: number | null;
  readonly hours: number | null;
  readonly level: CredentialClaims["level"];
  readonly confirmedBy: CredentialClaims["confirmedBy"];
  /** As the member wants to be shown; null where she wants none. */
  readonly initials: string | null;
  /** The last day it counts, at its beginning in UTC. */
  readonly validUntil: Date;
}

/** What a verified credential shows to anybody. */
export function tierZero({ claims, validUntil }: VerifiedCredential): TierZero {
  const { kind, level, confirmedBy } = claims;
  return {
    ...{ kind, level, confirmedBy, initials: claims.name ?? null },
    livelihood: claims.kind === "work-record" ? livelihoodWith(claims.occupation) : null,
    achievement: claims.kind === "skill" ? claims.skill : claims.kind === "training" ? claims.course : null,
    months: claims.kind === "work-record" ? claims.months : null,
    hours: claims.kind === "training" ? claims.hours : null,
    validUntil: lastDay(validUntil),
  };
}

/** The last day on which something counts that ends at this midnight. */
export const lastDay = (end: Date): Date => new Date(end.getTime() - dayMs);

const livelihoodWith = (isco: string): string | null =>
  livelihoods.find((livelihood) => livelihood.isco === isco)?.id ?? null;
