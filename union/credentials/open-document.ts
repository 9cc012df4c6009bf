import { compactVerify, decodeProtectedHeader, errors, importJWK } from "jose";
import { z } from "zod";
import { didDocumentPath, findKey, originOf } from "./did-document.ts";
import { type KeyRole, roleOfKey } from "./issuer-key.ts";
import { signedAs } from "./sign-document.ts";

/** What a verifier has to go by. */
export interface Surroundings {
  /** The names of the issuers whose word counts. */
  readonly issuers: ReadonlySet<string>;
  /**
   * Fetches a public text, and throws where that does not work out in time, or it is longer than that. It is only
   * ever asked for addresses on the sites of those issuers.
   */
  readonly fetchText: (url: string, mostBytes: number) => Promise<string>;
  readonly now: Date;
}

/** What became of a signed document. */
export type Opening =
  | { readonly kind: "opened"; readonly document: unknown; readonly did: string }
  | { readonly kind: "refused"; readonly reason: "malformed" | "unknown-issuer" | "key-revoked" | "tampered" }
  /** The issuer's keys could not be read. */
  | { readonly kind: "not-reached" };

const mostDidBytes = 65_536;
const compact = /^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$/;
const head = z.strictObject({
  alg: z.literal(signedAs.alg),
  typ: z.literal(signedAs.typ),
  cty: z.literal(signedAs.cty),
  kid: z.string().max(512),
});

/**
 * Opens a signed document: its head must be exactly the one we sign with, its key one that a trusted issuer
 * publishes for that role, its signature right. Only then is the payload looked at. Never throws.
 */
export async function openDocument(
  token: string,
  role: KeyRole,
  { issuers, fetchText }: Surroundings,
): Promise<Opening> {
  const kid = compact.test(token) ? kidOf(token) : null;
  if (kid === null) return refused("malformed");
  const [did = "", id = ""] = kid.split("#", 2);
  const origin = originOf(did);
  if (!issuers.has(did) || origin === null || roleOfKey(id) !== role) return refused("unknown-issuer");

  const fetched = await reach(fetchText, origin + didDocumentPath, mostDidBytes);
  const look = findKey(fetched === null ? null : json(fetched), did, kid);
  if (look.kind === "unreadable") return { kind: "not-reached" };
  if (look.kind === "revoked") return refused("key-revoked");
  if (look.kind === "unknown") return refused("unknown-issuer");

  const key = await importJWK(look.publicJwk, signedAs.alg).catch(() => null);
  if (key === null) return { kind: "not-reached" };
  const payload = await compactVerify(token, key, { algorithms: [signedAs.alg] }).then(
    (verified) => verified.payload,
    (error: unknown) => (error instanceof errors.JWSSignatureVerificationFailed ? "tampered" : "malformed"),
  );
  if (typeof payload === "string") return refused(payload);
  const document = json(utf8(payload));
  if (document === null) return refused("malformed");
  return { kind: "opened", document, did };
}

type Reason = Extract<Opening, { readonly kind: "refused" }>["reason"];
const refused = (reason: Reason): Opening => ({ kind: "refused", reason });

function kidOf(token: string): string | null {
  try {
    return head.safeParse(decodeProtectedHeader(token)).data?.kid ?? null;
  } catch {
    return null;
  }
}

/** Fetches a text of at most that many bytes; null where that does not work out, for whatever reason. */
export async function reach(
  fetchText: Surroundings["fetchText"],
  url: string,
  mostBytes: number,
): Promise<string | null> {
  const text = await Promise.try(fetchText, url, mostBytes).catch(() => null);
  return text === null || text.length > mostBytes ? null : text;
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const utf8 = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
