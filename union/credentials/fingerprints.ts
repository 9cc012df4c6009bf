import { createHash, createHmac } from "node:crypto";
import type { SecretPurpose, Secrets } from "../secrets.ts";

/** What is hashed names first what it is, so that no two kinds of things can ever have the same hash. */
const keyed = (secrets: Secrets, purpose: SecretPurpose, ...parts: readonly string[]): Buffer =>
  createHmac("sha256", secrets.keyFor(purpose)).update(JSON.stringify(parts)).digest();

/** Finds a credential by its code, without the code. */
export const codeHashOf = (secrets: Secrets, code: string): string =>
  keyed(secrets, "credential-code", code).toString("hex");

/** Finds an attestor again by her phone number, without the number. */
export const attestorHashOf = (secrets: Secrets, identifier: string): string =>
  keyed(secrets, "fingerprint", "attestor", identifier).toString("hex");

/** Counts how often somebody asks, without saying who. */
export const askerHashOf = (secrets: Secrets, kind: string, asker: string): string =>
  keyed(secrets, "fingerprint", "asker", kind, asker).toString("hex");

/** What is kept of a PIN. Six digits are soon tried out, but not without the key, which is not in the database. */
export const pinHashOf = (secrets: Secrets, grantId: string, pin: string): string =>
  keyed(secrets, "fingerprint", "pin", grantId, pin).toString("hex");

const tokenBytes = 16;

/** What leads an attestor to her questions: 22 letters, digits, `-` and `_`, the same whenever it is made again. */
export const attestationTokenOf = (secrets: Secrets, attestationId: string): string =>
  keyed(secrets, "link", "attestation", attestationId).subarray(0, tokenBytes).toString("base64url");

/** What is kept of such a token. */
export const tokenHashOf = (token: string): string => createHash("sha256").update(token).digest("hex");
