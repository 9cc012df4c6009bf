import { CompactSign } from "jose";
import type { IssuerKey } from "./issuer-key.ts";

/** Who signs: the name of the issuer and the key that is open. */
export interface Issuer {
  /** `did:web:example.org`, from `didOf`. */
  readonly did: string;
  readonly key: IssuerKey;
}

/** What the head of every document we sign says of it (Securing Verifiable Credentials using JOSE and COSE, section 3.1.1). */
export const signedAs = { alg: "ES256", typ: "vc+jwt", cty: "vc" } as const;

/** Signs a credential, or a status list, as `vc+jwt`: the document itself is the payload. */
export const signDocument = ({ did, key }: Issuer, document: object): Promise<string> =>
  new CompactSign(new TextEncoder().encode(JSON.stringify(document)))
    .setProtectedHeader({ ...signedAs, kid: `${did}#${key.id}` })
    .sign(key.privateKey);
