import {
  type BinaryLike,
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  generateKeyPairSync,
  type KeyObject,
  scrypt,
} from "node:crypto";
import { z } from "zod";
import { type IssuerKey, type PublicJwk, publicJwk } from "./issuer-key.ts";

/** The passphrase does not open the key, or somebody changed the file: AES-GCM cannot tell which. */
export class KeyNotOpened extends Error {
  override readonly name = "KeyNotOpened";
}

/** Not the file of an issuer key as this version writes it. */
export class BadKeyFile extends Error {
  override readonly name = "BadKeyFile";
}

/**
 * N, r and p of RFC 7914, 16 MiB; version 1 of the file means these. What opens the keys is itself a key of 256 bits
 * (`Secrets`), which nobody guesses: this need not be slow, and every process does it when it starts.
 */
const cost = { N: 2 ** 14, r: 8, p: 1, maxmem: 2 ** 25 } as const;
const cipher = "aes-256-gcm";
const saltBytes = 16;
/** The length of nonce that NIST SP 800-38D is made for. */
const nonceBytes = 12;
const tagBytes = 16;
const fewestCharacters = 12;
const mostCharacters = 10_000;

const bytes = z.base64url().transform((text) => Buffer.from(text, "base64url"));
const sealedKey = z.strictObject({
  version: z.literal(1),
  publicJwk,
  salt: bytes.refine(({ length }) => length === saltBytes),
  nonce: bytes.refine(({ length }) => length === nonceBytes),
  tag: bytes.refine(({ length }) => length === tagBytes),
  sealed: bytes,
});

/**
 * Makes a P-256 key pair and returns it as the text of a file: the public half to be read, the private one
 * sealed with AES-256-GCM under a key that scrypt (RFC 7914) makes of the passphrase.
 *
 * @param id  from `keyId`
 * @param randomBytes  gives that many unpredictable bytes
 * @throws RangeError for a passphrase below 12 characters
 */
export async function newSealedKey(
  id: string,
  passphrase: string,
  randomBytes: (size: number) => Buffer,
): Promise<string> {
  if (passphrase.length < fewestCharacters)
    throw new RangeError(`sealing key ${id}: a passphrase needs ${fewestCharacters} characters or more`);
  const pair = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const jwk = jwkOf(pair.publicKey, id);
  const [salt, nonce] = [randomBytes(saltBytes), randomBytes(nonceBytes)];
  const sealing = createCipheriv(cipher, await stretch(passphrase, salt), nonce);
  sealing.setAAD(authenticated(jwk));
  const pkcs8 = pair.privateKey.export({ format: "der", type: "pkcs8" });
  const sealed = Buffer.concat([sealing.update(pkcs8), sealing.final()]);
  const written = { salt, nonce, tag: sealing.getAuthTag(), sealed };
  const texts = Object.entries(written).map(([name, value]) => [name, value.toString("base64url")]);
  return `${JSON.stringify({ version: 1, publicJwk: jwk, ...Object.fromEntries(texts) }, null, 2)}\n`;
}

/**
 * Opens what `newSealedKey` wrote.
 *
 * @throws BadKeyFile for any other text, KeyNotOpened for another passphrase or a file that was changed
 */
export async function openSealedKey(text: string, passphrase: string): Promise<IssuerKey> {
  const read = sealedKey.safeParse(text.length > mostCharacters ? null : json(text));
  if (!read.success) throw new BadKeyFile("reading an issuer key: the file is not one");
  const { publicJwk: jwk, salt, nonce, tag, sealed } = read.data;
  const opening = createDecipheriv(cipher, await stretch(passphrase, salt), nonce, {
    authTagLength: tagBytes,
  });
  opening.setAAD(authenticated(jwk)).setAuthTag(tag);
  try {
    const pkcs8 = Buffer.concat([opening.update(sealed), opening.final()]);
    const privateKey = createPrivateKey({ key: pkcs8, format: "der", type: "pkcs8" });
    return { id: jwk.kid, publicJwk: jwk, privateKey };
  } catch (cause) {
    throw new KeyNotOpened(`opening issuer key ${jwk.kid}: wrong passphrase, or the file was changed`, {
      cause,
    });
  }
}

/** What is not secret is sealed against change with the rest. */
const authenticated = ({ kid, x, y }: PublicJwk): Buffer => Buffer.from(JSON.stringify([1, kid, x, y]));

const jwkOf = (publicKey: KeyObject, kid: string): PublicJwk =>
  publicJwk.parse({ ...publicKey.export({ format: "jwk" }), kid, alg: "ES256" });

const stretch = (passphrase: BinaryLike, salt: Buffer): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    scrypt(passphrase, salt, 32, cost, (error, key) => (error ? reject(error) : resolve(key)));
  });

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
