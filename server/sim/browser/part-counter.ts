import { countSegments } from "../../../domain/sms-segments.ts";
import type { SimMessage } from "../sim-message.ts";

/** What the corner of a phone shows while a text is typed, and the same in words. */
export interface PartCount {
  readonly shown: string;
  readonly spoken: string;
}

const encodingNames = { gsm7: "GSM-7", ucs2: "UCS-2" } as const;

/** Counts a draft: `5/160`, and from the second part on `161/306, 2 parts`; units of its encoding. */
export function countDraft(text: string): PartCount {
  const { encoding, units, segments, remaining } = countSegments(text);
  const room = units + remaining;
  return {
    shown: segments > 1 ? `${units}/${room} ${segments} parts` : `${units}/${room}`,
    spoken: `${units} of ${room} characters, ${partsOf(segments)}, ${encodingNames[encoding]}`,
  };
}

/** What a message cost: `1 part GSM-7`, `2 parts UCS-2`; by the server's count where it gave one. */
export function costOf({ text, segments }: Pick<SimMessage, "text" | "segments">): string {
  const count = segments ?? countSegments(text);
  return `${partsOf(count.segments)} ${encodingNames[count.encoding]}`;
}

const partsOf = (segments: number): string => (segments === 1 ? "1 part" : `${segments} parts`);
