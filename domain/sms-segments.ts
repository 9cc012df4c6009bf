import { septetsOf } from "./gsm7-alphabet.ts";

/** What an SMS will be billed as. */
export interface SegmentCount {
  readonly encoding: "gsm7" | "ucs2";
  /** Septets in GSM-7 (an extension character is two), UTF-16 units in UCS-2. */
  readonly units: number;
  readonly segments: number;
  /** Units still free in the last segment. */
  readonly remaining: number;
  /** Each character that forces UCS-2, once, in the order they appear. */
  readonly charactersOutsideGsm7: readonly string[];
}

/**
 * Units in a text of one segment, and in each segment of a longer one, whose header takes 6 octets of the 140
 * (3GPP TS 23.040 section 9.2.3.24.1).
 */
const room = {
  gsm7: { alone: 160, joined: 153 },
  ucs2: { alone: 70, joined: 67 },
} as const;

/**
 * Counts the SMS segments a text will be billed as: one character outside the GSM 7-bit alphabet makes the
 * whole text UCS-2.
 *
 * An escape pair and a surrogate pair are never split over two segments, so a segment may end one unit early.
 * An empty text is one empty segment. Runs in the browser too.
 */
export function countSegments(text: string): SegmentCount {
  const septets = septetsIn(text);
  const encoding = septets === null ? "ucs2" : "gsm7";
  const units = septets ?? text.length;
  const charactersOutsideGsm7 = septets === null ? outsideGsm7(text) : [];
  return { encoding, units, ...pack(text, encoding, units), charactersOutsideGsm7 };
}

/** True for a text that GSM-7 can write as it stands. */
export const isGsm7 = (text: string): boolean => septetsIn(text) !== null;

function septetsIn(text: string): number | null {
  let total = 0;
  for (let at = 0; at < text.length; at += 1) {
    const septets = septetsOf(text.charCodeAt(at));
    if (septets === 0) return null;
    total += septets;
  }
  return total;
}

function pack(text: string, encoding: SegmentCount["encoding"], units: number) {
  const { alone, joined } = room[encoding];
  if (units <= alone) return { segments: 1, remaining: alone - units };
  let segments = 1;
  let used = 0;
  for (const character of text) {
    const width = encoding === "gsm7" ? septetsOf(character.charCodeAt(0)) : character.length;
    if (used + width > joined) {
      segments += 1;
      used = 0;
    }
    used += width;
  }
  return { segments, remaining: joined - used };
}

function outsideGsm7(text: string): string[] {
  const found = new Set<string>();
  for (const character of text) if (septetsOf(character.charCodeAt(0)) === 0) found.add(character);
  return [...found];
}
