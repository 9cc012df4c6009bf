import { createHash, timingSafeEqual } from "node:crypto";
import type { Means } from "../means.ts";

const tokenBytes = 32;

/** A word of 256 random bits that fits into a link and a cookie. Whoever shows it is believed, so only its hash is kept. */
export const newToken = ({ randomInt }: Pick<Means, "randomInt">): string =>
  Buffer.from(Array.from({ length: tokenBytes }, () => randomInt(256))).toString("base64url");

/** What is kept of a token: from it the token cannot be found again. */
export const hashOfToken = (token: string): string => createHash("sha256").update(token).digest("hex");

/** Whether two hashes are the same; how long it takes says nothing about where they differ. */
export function isSameHash(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.length === right.length && timingSafeEqual(left, right);
}
