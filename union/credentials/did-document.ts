import { z } from "zod";
import { type PublicJwk, publicJwk } from "./issuer-key.ts";

/** A key as it is made known, for as long as anything it signed may still be shown. */
export interface PublishedKey {
  readonly publicJwk: PublicJwk;
  /** When it fell into the wrong hands, or was feared to: nothing it signed counts any more. */
  readonly revokedAt?: Date;
}

/**
 * The name of the issuer that a public address stands for, `did:web:example.org` (did:web Method Specification).
 *
 * @throws RangeError for an address with a path: the document of its keys is served at the root
 */
export function didOf(publicUrl: string): string {
  const { host, pathname } = new URL(publicUrl);
  if (pathname !== "/") throw new RangeError(`naming the issuer: ${publicUrl} has a path`);
  return `did:web:${encodeURIComponent(host)}`;
}

/** The address an issuer's name stands for; null for a name that is not of this method, or has a path. */
export function originOf(did: string): string | null {
  const host = /^did:web:([a-z0-9.-]+(?:%3A\d{1,5})?)$/.exec(did)?.[1];
  if (host === undefined) return null;
  // The method asks for https; a machine that talks to itself has none.
  const scheme = /^(?:localhost|127\.0\.0\.1)(?:%|$)/.test(host) ? "http" : "https";
  return `${scheme}://${decodeURIComponent(host)}`;
}

/** Where an issuer's document lies on its own site. */
export const didDocumentPath = "/.well-known/did.json";

/**
 * The document of an issuer's keys, as JSON to be served.
 *
 * @see https://www.w3.org/TR/cid-1.0/#JsonWebKey
 */
export const didDocument = (did: string, keys: readonly PublishedKey[]): DidDocument => ({
  "@context": ["https://www.w3.org/ns/did/v1", "https://w3id.org/security/jwk/v1"],
  id: did,
  verificationMethod: keys.map(({ publicJwk: publicKeyJwk, revokedAt }) => ({
    id: `${did}#${publicKeyJwk.kid}`,
    type: "JsonWebKey",
    controller: did,
    publicKeyJwk,
    ...(revokedAt && { revoked: toSecond(revokedAt) }),
  })),
  assertionMethod: keys
    .filter(({ revokedAt }) => revokedAt === undefined)
    .map(({ publicJwk: { kid } }) => `${did}#${kid}`),
});

/** The standard writes this moment without fractions of a second. */
const toSecond = (moment: Date): string => `${moment.toISOString().slice(0, 19)}Z`;

/** The document as it is read back. Other kinds of keys may stand beside ours. */
const document = z.object({
  "@context": z.array(z.string()),
  id: z.string(),
  verificationMethod: z
    .array(
      z.object({
        id: z.string(),
        type: z.string(),
        controller: z.string(),
        publicKeyJwk: publicJwk.optional().catch(undefined),
        revoked: z.string().optional(),
      }),
    )
    .max(100),
  assertionMethod: z.array(z.string()).max(100),
});
type DidDocument = z.input<typeof document>;

/** What an issuer's document says of one key. */
export type KeyLookUp =
  | { readonly kind: "found"; readonly publicJwk: PublicJwk }
  | { readonly kind: "revoked" }
  | { readonly kind: "unknown" }
  /** Not the document of that issuer. */
  | { readonly kind: "unreadable" };

/** Looks up a key by its full name, `did:web:example.org#p256-2026-11`. */
export function findKey(fetched: unknown, did: string, kid: string): KeyLookUp {
  const read = document.safeParse(fetched);
  if (!read.success || read.data.id !== did) return { kind: "unreadable" };
  const { verificationMethod, assertionMethod } = read.data;
  const method = verificationMethod.find(({ id, controller }) => id === kid && controller === did);
  if (method?.publicKeyJwk === undefined) return { kind: "unknown" };
  if (method.revoked !== undefined) return { kind: "revoked" };
  return assertionMethod.includes(kid)
    ? { kind: "found", publicJwk: method.publicKeyJwk }
    : { kind: "unknown" };
}
