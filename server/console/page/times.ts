import type { Language } from "../../../domain/language.ts";
import { dayMs, hourMs, minuteMs } from "../../../domain/moment.ts";

/** Points in time as people read them. */
export interface Times {
  /** How long ago, in the largest unit that fits: "3 hours ago". */
  readonly ago: (at: Date) => string;
  /** Day and time in UTC, since staff sit in different time zones. */
  readonly when: (at: Date) => string;
  readonly day: (at: Date) => string;
}

/** Times in a language, in the digits that keyboards have, seen from a moment. */
export function times(language: Language, now: Date): Times {
  const locale = `${language}-u-nu-latn-ca-gregory`;
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: "always" });
  const justNow = new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(0, "second");
  const moment = new Intl.DateTimeFormat(locale, {
    dateStyle: "medium",
    timeStyle: "short",
    timeZone: "UTC",
  });
  const date = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" });
  return {
    ago: (at) => {
      const passedMs = Math.max(0, now.getTime() - at.getTime());
      if (passedMs < minuteMs) return justNow;
      if (passedMs >= dayMs) return relative.format(-Math.floor(passedMs / dayMs), "day");
      if (passedMs >= hourMs) return relative.format(-Math.floor(passedMs / hourMs), "hour");
      return relative.format(-Math.floor(passedMs / minuteMs), "minute");
    },
    when: (at) => `${moment.format(at)} UTC`,
    day: (at) => date.format(at),
  };
}
