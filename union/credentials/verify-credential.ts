import type { CredentialClaims } from "../../domain/credential-claims.ts";
import { credentialDocument, typeOf } from "./credential-document.ts";
import { openDocument, type Surroundings } from "./open-document.ts";
import { readStatus } from "./read-status.ts";

/** What a credential says, once its signature was found right. */
export interface VerifiedCredential {
  readonly id: string;
  readonly issuer: string;
  readonly claims: CredentialClaims;
  readonly validFrom: Date;
  /** It no longer counts from this moment on. */
  readonly validUntil: Date;
}

/** Why a credential does not count. */
export type BadReason =
  /** Not a credential in the form we issue. */
  | "malformed"
  /** Signed by nobody we trust, or with no key that they publish for it. */
  | "unknown-issuer"
  /** Its key fell into wrong hands; an honest holder can have it issued again. */
  | "key-revoked"
  /** Changed after it was signed. */
  | "tampered"
  | "not-yet-valid"
  | "expired"
  | "revoked"
  /** Taken back for the time being. */
  | "suspended";

/** Good, bad, or not known: the third is never to be taken for the first. */
export type Verdict =
  /** `statusAsOf` is when the issuer last signed that it had not taken the credential back. */
  | { readonly kind: "good"; readonly credential: VerifiedCredential; readonly statusAsOf: Date }
  /** The credential where its signature was right. */
  | { readonly kind: "bad"; readonly reason: BadReason; readonly credential: VerifiedCredential | null }
  | { readonly kind: "could-not-check"; readonly what: "issuer" | "status" };

const mostBytes = 16_384;

/** Checks a credential in the form of a `vc+jwt`: signature, issuer, dates, status, in this order. Never throws. */
export async function verifyCredential(token: string, surroundings: Surroundings): Promise<Verdict> {
  if (token.length > mostBytes) return bad("malformed");
  const opening = await openDocument(token, "credential", surroundings);
  if (opening.kind === "not-reached") return { kind: "could-not-check", what: "issuer" };
  if (opening.kind === "refused") return bad(opening.reason);

  const { data: document } = credentialDocument.safeParse(opening.document);
  if (document === undefined) return bad("malformed");
  const { claims } = document.credentialSubject;
  if (document.type[1] !== typeOf[claims.kind]) return bad("malformed");
  if (document.issuer !== opening.did) return bad("unknown-issuer");
  const [validFrom, validUntil] = [new Date(document.validFrom), new Date(document.validUntil)];
  const credential: VerifiedCredential = {
    ...{ id: document.id, issuer: document.issuer, claims },
    ...{ validFrom, validUntil },
  };

  if (surroundings.now < validFrom) return bad("not-yet-valid", credential);
  if (!(surroundings.now < validUntil)) return bad("expired", credential);
  const status = await readStatus(document, surroundings);
  if (status.kind === "not-read") return { kind: "could-not-check", what: "status" };
  if (status.kind === "set")
    return bad(status.purpose === "revocation" ? "revoked" : "suspended", credential);
  return { kind: "good", credential, statusAsOf: status.asOf };
}

const bad = (reason: BadReason, credential: VerifiedCredential | null = null): Verdict => ({
  kind: "bad",
  reason,
  credential,
});
