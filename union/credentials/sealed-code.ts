import { createCipheriv, createDecipheriv } from "node:crypto";
import type { Secrets } from "../secrets.ts";
import { randomBytesBy } from "./random-bytes.ts";

const cipher = "aes-256-gcm";
const version = "1";
/** The lengths NIST SP 800-38D is made for. */
const nonceBytes = 12;
const tagBytes = 16;

/** A sealed code belongs to one place: moved to another row it does not open. */
const placeOf = (credentialId: string): Buffer => Buffer.from(`Credential|codeSealed|${credentialId}`);

/** Seals a code so that it can be sent to its holder again, with a key that is not in the database. */
export function sealCode(
  secrets: Secrets,
  randomInt: (below: number) => number,
  credentialId: string,
  code: string,
): string {
  const nonce = randomBytesBy(randomInt, nonceBytes);
  const sealing = createCipheriv(cipher, secrets.keyFor("seal"), nonce, { authTagLength: tagBytes });
  sealing.setAAD(placeOf(credentialId));
  const sealed = Buffer.concat([sealing.update(code, "utf8"), sealing.final()]);
  return [version, ...[nonce, sealing.getAuthTag(), sealed].map((part) => part.toString("base64url"))].join(
    ".",
  );
}

/** Opens what `sealCode` made; null where the key is another, or the text was changed or moved. */
export function openSealedCode(secrets: Secrets, credentialId: string, text: string): string | null {
  const [made, nonce = "", tag = "", sealed = ""] = text.split(".");
  if (made !== version) return null;
  try {
    const opening = createDecipheriv(cipher, secrets.keyFor("seal"), Buffer.from(nonce, "base64url"), {
      authTagLength: tagBytes,
    });
    opening.setAAD(placeOf(credentialId)).setAuthTag(Buffer.from(tag, "base64url"));
    return opening.update(Buffer.from(sealed, "base64url"), undefined, "utf8") + opening.final("utf8");
  } catch {
    return null;
  }
}
