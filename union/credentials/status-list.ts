import { gunzipSync, gzipSync } from "node:zlib";

/** Places in a list: the fewest the standard allows, so that a place does not tell whose it is. */
export const statusListSize = 131_072;
const listBytes = statusListSize / 8;
/** The worst a list can come to in gzip and base64 is 22 kB; whatever is longer is not ours to unpack. */
const mostCharacters = 24_000;

/** One bit for each place of a list, counted from the most significant bit of the first byte. */
export type StatusBits = Readonly<Uint8Array>;

/** A list in which nothing is set. */
export const emptyStatusList = (): StatusBits => new Uint8Array(listBytes);

/** Whether the bit of that place is set; null for a place the list does not have. */
export function statusAt(bits: StatusBits, index: number): boolean | null {
  const byte = Number.isSafeInteger(index) ? bits[Math.floor(index / 8)] : undefined;
  return byte === undefined ? null : (byte & maskOf(index)) !== 0;
}

/**
 * The list with the bit of that place set or cleared; the one that was handed in stays as it was.
 *
 * @throws RangeError for a place the list does not have
 */
export function withStatus(bits: StatusBits, index: number, isSet: boolean): StatusBits {
  const changed = Uint8Array.from(bits);
  const at = Math.floor(index / 8);
  const byte = Number.isSafeInteger(index) ? changed[at] : undefined;
  if (byte === undefined) throw new RangeError(`setting a status: a list has no place ${index}`);
  changed[at] = isSet ? byte | maskOf(index) : byte & ~maskOf(index);
  return changed;
}

const maskOf = (index: number): number => 0x80 >> (index % 8);

/**
 * Draws a place that nobody has, each as likely as any other, so that a place does not tell when it was given;
 * null once half are taken: then it is time for a new list.
 *
 * @param randomInt  gives an unpredictable whole number from 0 up to, not including, its argument
 */
export function drawFreePlace(
  taken: ReadonlySet<number>,
  randomInt: (below: number) => number,
): number | null {
  if (taken.size >= statusListSize / 2) return null;
  let passing = randomInt(statusListSize - taken.size);
  for (let index = 0; index < statusListSize; index += 1) {
    if (taken.has(index)) continue;
    if (passing === 0) return index;
    passing -= 1;
  }
  return null;
}

/**
 * Writes a list as it is published: gzip, then base64url with the multibase prefix `u`.
 *
 * @see https://www.w3.org/TR/vc-bitstring-status-list/#bitstring-generation-algorithm
 */
export const encodeStatusList = (bits: StatusBits): string =>
  `u${gzipSync(Uint8Array.from(bits)).toString("base64url")}`;

/**
 * Reads a published list; null for anything that is not exactly one of ours. A text that would unpack to more
 * than a list is given up at that size, however small it came.
 */
export function decodeStatusList(encoded: string): StatusBits | null {
  if (encoded.length > mostCharacters || !/^u[A-Za-z0-9_-]+$/.test(encoded)) return null;
  try {
    const bits = gunzipSync(Buffer.from(encoded.slice(1), "base64url"), { maxOutputLength: listBytes });
    return bits.length === listBytes ? bits : null;
  } catch {
    return null;
  }
}
