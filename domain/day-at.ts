import type { Moment } from "./moment.ts";

/** The calendar day that a moment falls on in a time zone, `2027-03-05`. */
export function dayAt(moment: Moment, timeZone: string): string {
  const parts = formatFor(timeZone).formatToParts(moment);
  const part = (type: string): string => parts.find((each) => each.type === type)?.value ?? "";
  return `${part("year")}-${part("month")}-${part("day")}`;
}

const formatFor = (timeZone: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat("en-GB", {
    calendar: "gregory",
    numberingSystem: "latn",
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  });
