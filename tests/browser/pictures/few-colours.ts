import { crc32, deflateSync, inflateSync } from "node:zlib";

/** A picture as rows of red, green, blue. */
interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly rgb: Uint8Array;
}

const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
const mostColours = 256;

/**
 * Writes a screenshot anew with at most 256 colours, which makes it some three times smaller; says how much of it is one
 * single colour, from 0 to 1, so that a blank page is noticed.
 *
 * @param png  as Chromium writes it: eight bits a channel, not interlaced
 * @see https://www.w3.org/TR/png-3/
 */
export function withFewColours(png: Buffer): { readonly png: Buffer; readonly sameColour: number } {
  const { width, height, rgb } = decode(png);
  const counts = new Map<number, number>();
  const colourAt = (at: number): number =>
    ((rgb[at * 3] ?? 0) << 16) | ((rgb[at * 3 + 1] ?? 0) << 8) | (rgb[at * 3 + 2] ?? 0);
  for (let at = 0; at < width * height; at += 1) {
    const colour = colourAt(at);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const common = [...counts].toSorted(([, one], [, other]) => other - one);
  const palette = common.slice(0, mostColours).map(([colour]) => colour);
  const places = new Map(common.map(([colour]) => [colour, nearest(palette, colour)]));
  const rows = Buffer.alloc(height * (width + 1));
  for (let at = 0; at < width * height; at += 1)
    rows[at + Math.floor(at / width) + 1] = places.get(colourAt(at)) ?? 0;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  const colours = Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
  const chunks = [
    chunk("IHDR", header),
    chunk("PLTE", colours),
    chunk("IDAT", deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ];
  return {
    png: Buffer.concat([signature, ...chunks]),
    sameColour: (common[0]?.[1] ?? 0) / (width * height),
  };
}

/** The place of the colour of the palette that is least far from this one. */
function nearest(palette: readonly number[], colour: number): number {
  const far = (other: number): number =>
    [16, 8, 0].reduce((sum, shift) => sum + (((colour >> shift) & 255) - ((other >> shift) & 255)) ** 2, 0);
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const [place, other] of palette.entries()) {
    const distance = far(other);
    if (distance < least) [best, least] = [place, distance];
  }
  return best;
}

function decode(png: Buffer): Pixels {
  const width = png.readUInt32BE(16);
  const height = png.readUInt32BE(20);
  const channels = png[25] === 6 ? 4 : 3;
  const parts: Buffer[] = [];
  for (let at = signature.length; at < png.length; at += 12 + png.readUInt32BE(at))
    if (png.toString("latin1", at + 4, at + 8) === "IDAT")
      parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  const packed = inflateSync(Buffer.concat(parts));
  const line = width * channels;
  const plain = new Uint8Array(height * line);
  for (let row = 0; row < height; row += 1) {
    const filter = packed[row * (line + 1)] ?? 0;
    for (let byte = 0; byte < line; byte += 1) {
      const at = row * line + byte;
      const left = byte < channels ? 0 : (plain[at - channels] ?? 0);
      const above = row === 0 ? 0 : (plain[at - line] ?? 0);
      const corner = row === 0 || byte < channels ? 0 : (plain[at - line - channels] ?? 0);
      plain[at] = (packed[row * (line + 1) + 1 + byte] ?? 0) + predicted(filter, left, above, corner);
    }
  }
  const rgb = new Uint8Array(width * height * 3);
  for (let at = 0; at < width * height; at += 1)
    rgb.set(plain.subarray(at * channels, at * channels + 3), at * 3);
  return { width, height, rgb };
}

/** What a filter of PNG expects a byte to be, from those before it. */
function predicted(filter: number, left: number, above: number, corner: number): number {
  if (filter === 0) return 0;
  if (filter === 1) return left;
  if (filter === 2) return above;
  if (filter === 3) return (left + above) >> 1;
  const guess = left + above - corner;
  const [toLeft, toAbove, toCorner] = [left, above, corner].map((byte) => Math.abs(guess - byte));
  if ((toLeft ?? 0) <= (toAbove ?? 0) && (toLeft ?? 0) <= (toCorner ?? 0)) return left;
  return (toAbove ?? 0) <= (toCorner ?? 0) ? above : corner;
}

function chunk(kind: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind, "latin1"), content]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(content.length, 0);
  ends.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}
