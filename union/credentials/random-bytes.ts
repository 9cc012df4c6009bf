/** Gives an unpredictable whole number from 0 up to, not including, its argument. */
type RandomInt = (below: number) => number;

const byteValues = 256;

/** That many unpredictable bytes, from a source of unpredictable numbers. */
export const randomBytesBy = (randomInt: RandomInt, size: number): Buffer =>
  Buffer.from(Array.from({ length: size }, () => randomInt(byteValues)));

/** A random UUID of version 4 (RFC 9562, section 5.4). */
export function randomUuidBy(randomInt: RandomInt): string {
  const bytes = randomBytesBy(randomInt, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x40, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
