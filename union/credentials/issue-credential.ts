import { type CredentialClaims, credentialClaims } from "../../domain/credential-claims.ts";
import { dayMs } from "../../domain/moment.ts";
import { credentialDocument, type StatusPurpose, typeOf, w3cContext } from "./credential-document.ts";
import { type Issuer, signDocument } from "./sign-document.ts";

/** A place in a published status list, drawn for one credential. */
export interface StatusPlace {
  readonly purpose: StatusPurpose;
  /** The public address of the list. */
  readonly list: string;
  readonly index: number;
}

/** What a credential is made of. */
export interface NewCredential {
  readonly claims: CredentialClaims;
  readonly validFrom: Date;
  readonly validUntil: Date;
  readonly status: readonly StatusPlace[];
}

/** A credential that was signed. */
export interface IssuedCredential {
  /** `urn:uuid:...`: what every rendering of this credential is named by. */
  readonly id: string;
  /** The credential itself, as `vc+jwt`. */
  readonly token: string;
}

/**
 * Signs a credential in the W3C data model 2.0 as `vc+jwt`.
 *
 * The claims are checked once more here, at the last door. Days are whole in UTC: it is valid from the beginning
 * of its first day to the end of its last.
 *
 * @param publicUrl  where the words of the claims are explained
 * @param randomUuid  gives a random UUID of version 4
 * @throws ZodError for claims that no credential may hold
 */
export async function issueCredential(
  issuer: Issuer & { readonly publicUrl: string },
  { claims, validFrom, validUntil, status }: NewCredential,
  randomUuid: () => string,
): Promise<IssuedCredential> {
  const id = `urn:uuid:${randomUuid()}`;
  const document = {
    "@context": [w3cContext, { "@vocab": new URL("/terms#", issuer.publicUrl).href }],
    id,
    type: ["VerifiableCredential", typeOf[claims.kind]],
    issuer: issuer.did,
    validFrom: startOfDay(validFrom.getTime()),
    validUntil: startOfDay(validUntil.getTime() + dayMs - 1),
    credentialSubject: { id: `urn:uuid:${randomUuid()}`, ...credentialClaims.parse(claims) },
    credentialStatus: status.map(({ purpose, list, index }) => ({
      id: `${list}#${index}`,
      type: "BitstringStatusListEntry",
      statusPurpose: purpose,
      statusListIndex: String(index),
      statusListCredential: list,
    })),
  };
  credentialDocument.parse(document);
  return { id, token: await signDocument(issuer, document) };
}

const startOfDay = (at: number): string => `${new Date(at).toISOString().slice(0, 10)}T00:00:00Z`;
