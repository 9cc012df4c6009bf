import type { Moment } from "./moment.ts";
import { timeZoneOf } from "./time-zone.ts";

/** Says whether `2027-03-05` names a day that exists. */
export function isDay(day: string): boolean {
  if (!/^(?!0000)\d{4}-\d\d-\d\d$/.test(day)) return false;
  const read = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(day);
}

/** The calendar day, as `2027-03-05`, that it is at a moment in a country (ISO 3166 code; null: not known, UTC). */
export function localDay(at: Moment, country: string | null): string {
  const clock = new Intl.DateTimeFormat("en", {
    timeZone: timeZoneOf(country),
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    calendar: "gregory",
    numberingSystem: "latn",
  });
  const parts = new Map(clock.formatToParts(at).map(({ type, value }) => [type, value]));
  return [parts.get("year"), parts.get("month"), parts.get("day")].join("-");
}

/** The first moment of a day by UTC: near enough to compare starts with, whatever the zone. */
export const dayStart = (day: string): Moment => Date.parse(`${day}T00:00:00Z`);
