import { countSegments } from "./sms-segments.ts";

/** What a notice to one person is made of. */
export interface NoticeWords {
  /** The words with the sender's name before them. */
  readonly text: string;
  /** How to stop, in a few words. */
  readonly stopLine: string;
  /** True where SMS segments are paid for. */
  readonly isBilledBySegment: boolean;
  /** How many notices she has been sent before. */
  readonly before: number;
}

/** The first notice to a person says how to stop, and so does every tenth after it. */
const stopLineEvery = 10;

/** The words of a notice as one person reads them: how to stop is always said where that costs nothing, and now and then where it does. */
export function noticeWords({ text, stopLine, isBilledBySegment, before }: NoticeWords): string {
  const whole = `${text} ${stopLine}`;
  const isFree = !isBilledBySegment || countSegments(whole).segments === countSegments(text).segments;
  return isFree || before % stopLineEvery === 0 ? whole : text;
}
