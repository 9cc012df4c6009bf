import { createHmac, timingSafeEqual } from "node:crypto";
import { dayMs } from "../../domain/moment.ts";
import type { Secrets } from "../secrets.ts";

/** What a link in a letter lets its holder do: see a digest and decide, or end the letters. */
export type LinkPurpose = "page" | "unsubscribe";

/** A page for two weeks; the way out of the letters for longer than any letter is kept in mind. */
const validMs: Readonly<Record<LinkPurpose, number>> = { page: 14 * dayMs, unsubscribe: 60 * dayMs };

export type ReadLink =
  | { readonly kind: "valid"; readonly digestId: string }
  | { readonly kind: "expired" }
  | { readonly kind: "forged" };

/** Makes the token of a digest's link, valid from `madeAt` for 14 days (a page) or 60 (to unsubscribe). */
export function digestToken(
  secrets: Secrets,
  purpose: LinkPurpose,
  { id, createdAt }: { readonly id: string; readonly createdAt: Date },
): string {
  const expires = Math.floor((createdAt.getTime() + validMs[purpose]) / 1000).toString(36);
  return `${id}.${expires}.${seal(secrets, purpose, id, expires)}`;
}

/** Reads a token that somebody came with: `forged` for whatever we did not make for this purpose. */
export function readDigestToken(secrets: Secrets, purpose: LinkPurpose, token: string, now: Date): ReadLink {
  const [, id, expires, mac] = /^([\w-]{1,64})\.([0-9a-z]{1,9})\.([\w-]{22})$/.exec(token) ?? [];
  if (id === undefined || expires === undefined || mac === undefined) return { kind: "forged" };
  const expected = Buffer.from(seal(secrets, purpose, id, expires));
  if (!timingSafeEqual(expected, Buffer.from(mac))) return { kind: "forged" };
  return now.getTime() >= Number.parseInt(expires, 36) * 1000
    ? { kind: "expired" }
    : { kind: "valid", digestId: id };
}

/** 128 bits of HMAC-SHA-256 (RFC 2104, section 5 on truncation), 22 signs. */
const seal = (secrets: Secrets, purpose: LinkPurpose, id: string, expires: string): string =>
  createHmac("sha256", secrets.keyFor("link"))
    .update(`digest\n${purpose}\n${id}\n${expires}`)
    .digest()
    .subarray(0, 16)
    .toString("base64url");
