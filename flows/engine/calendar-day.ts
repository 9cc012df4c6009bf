import { isDay } from "../../domain/local-day.ts";

/** Reads `5 3 2027`, `5/3/2027`, `5.3.2027` (day first) or `2027-3-5` (year first); null for anything else and for days that do not exist. Expects ASCII digits. */
export function readCalendarDay(typed: string): string | null {
  const [a, b, c, ...rest] = typed.split(/[\s./\-,]+/).filter((part) => part !== "");
  if (a === undefined || b === undefined || c === undefined || rest.length > 0) return null;
  const [year, month, day] = a.length === 4 ? [a, b, c] : [c, b, a];
  const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isDay(iso) ? iso : null;
}
