import { hkdfSync } from "node:crypto";

/** What a secret is used for: each use has a key of its own, so that one that leaks opens nothing else. */
export const secretPurposes = [
  /** Finds a credential by its code. */
  "credential-code",
  /** Seals what must be read again: codes. */
  "seal",
  /** Opens the keys that credentials are signed with. */
  "issuer-keys",
  /** Finds an attestor again, and whoever asks about codes. */
  "fingerprint",
  /** Signs the links in letters and texts. */
  "link",
  /** Signs what browsers are given to keep. */
  "cookie",
  /** Finds an employer by her API key. */
  "api-key",
  /** Lets equals take turns in matching. */
  "matching",
] as const;
export type SecretPurpose = (typeof secretPurposes)[number];

/** The keys of this deployment, none of which is ever stored in the database or written to a log. */
export interface Secrets {
  /** 32 bytes, the same for the same purpose as long as SECRET_KEY stays. */
  readonly keyFor: (purpose: SecretPurpose) => Buffer;
}

const keyBytes = 32;

/** Makes the key of every purpose from the one secret that an operator keeps (HKDF with SHA-256, RFC 5869). */
export function secretsFrom(secretKey: string): Secrets {
  const keys = new Map(
    secretPurposes.map((purpose) => [
      purpose,
      Buffer.from(hkdfSync("sha256", secretKey, "migrant-union", purpose, keyBytes)),
    ]),
  );
  return {
    keyFor: (purpose) => {
      const key = keys.get(purpose);
      if (key === undefined) throw new Error(`There is no key for ${purpose}.`);
      return key;
    },
  };
}
