import type { CredentialClaims } from "../../domain/credential-claims.ts";
import type { Transaction } from "../../prisma/store.ts";
import type { CredentialMeans } from "./credential-means.ts";
import { type CodeQuestion, type LookUp, lookUpCode, type NoPaper } from "./look-up-code.ts";
import type { Surroundings } from "./open-document.ts";
import { ownSurroundings } from "./own-surroundings.ts";
import { urn } from "./prepare-credential.ts";
import type { Viewed } from "./share-papers.ts";
import { type TierZero, tierZero } from "./tier-zero.ts";
import { type BadReason, type VerifiedCredential, verifyCredential } from "./verify-credential.ts";

/** What whoever has the member's PIN may see besides. */
export interface TierOne {
  /** What the member calls herself today; null where she has told no name. */
  readonly name: string | null;
  /** A month, `2026-11`. */
  readonly confirmedIn: string;
  readonly reachedBy: CredentialClaims["reachedBy"];
  readonly validFrom: Date;
}

/** The answer to a question about a code. */
export type CodeAnswer =
  | {
      readonly kind: "good";
      readonly tier0: TierZero;
      readonly tier1: TierOne | null;
      /** Where her papers were looked at with a PIN: the member is to be told. */
      readonly viewed: Viewed | null;
      /** When it was last signed that it was not taken back. */
      readonly statusAsOf: Date;
    }
  | { readonly kind: "bad"; readonly why: "revoked" | "suspended" | "expired" | "tampered" }
  /** Neither good nor bad: never to be taken for good. */
  | { readonly kind: "could_not_check" }
  | NoPaper;

type Means = Pick<CredentialMeans, "store" | "clock" | "secrets" | "issuer">;

/**
 * Answers whether the credential behind a code is good. What was signed is verified from the beginning each time; of what
 * is written beside it only a no is believed.
 */
export async function checkCode(means: Means, question: CodeQuestion): Promise<CodeAnswer> {
  const { store, clock, secrets, issuer } = means;
  const now = clock.now();
  const found = await store.write.once((tx) => lookUpCode(tx, secrets, question, now));
  return judge(found, ownSurroundings(store.read, issuer, now));
}

/** The same within a transaction of the caller's, such as the turn of whoever asked by text. */
export async function checkCodeWithin(
  tx: Transaction,
  { secrets, issuer }: Pick<Means, "secrets" | "issuer">,
  question: CodeQuestion,
  now: Date,
): Promise<CodeAnswer> {
  return judge(await lookUpCode(tx, secrets, question, now), ownSurroundings(tx, issuer, now));
}

async function judge(found: LookUp, surroundings: Surroundings): Promise<CodeAnswer> {
  if (found.kind !== "found") return found;
  const { credentialId, token, state, memberName, viewed } = found;
  const verdict = await verifyCredential(token, surroundings);
  if (verdict.kind === "bad") {
    const { reason } = verdict;
    return reason === "not-yet-valid" ? { kind: "could_not_check" } : { kind: "bad", why: said[reason] };
  }
  if (state === "revoked" || state === "suspended") return { kind: "bad", why: state };
  if (verdict.kind === "could-not-check") return { kind: "could_not_check" };
  const { credential, statusAsOf } = verdict;
  // Signed by us, but for somebody else's code.
  if (credential.id !== `${urn}${credentialId}`) return { kind: "bad", why: "tampered" };
  const tier1 = viewed === null ? null : tierOne(credential, memberName);
  return { kind: "good", tier0: tierZero(credential), tier1, viewed, statusAsOf };
}

const tierOne = ({ claims, validFrom }: VerifiedCredential, name: string | null): TierOne => ({
  name: name ?? claims.name ?? null,
  confirmedIn: claims.confirmedIn,
  reachedBy: claims.reachedBy,
  validFrom,
});

/** To somebody with a code in her hand, what we did not sign ourselves was tampered with, and a lost key takes back what it signed. */
const said = {
  revoked: "revoked",
  suspended: "suspended",
  expired: "expired",
  tampered: "tampered",
  malformed: "tampered",
  "unknown-issuer": "tampered",
  "key-revoked": "revoked",
} as const satisfies Readonly<Record<Exclude<BadReason, "not-yet-valid">, string>>;
