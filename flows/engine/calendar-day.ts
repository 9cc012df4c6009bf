/** Says whether `2027-03-05` names a day that exists. */
export function isCalendarDay(iso: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso)?.map(Number) ?? [];
  if (year === undefined || month === undefined || day === undefined) return false;
  const utc = new Date(Date.UTC(year, month - 1, day));
  return utc.getUTCFullYear() === year && utc.getUTCMonth() === month - 1 && utc.getUTCDate() === day;
}

/** Reads `5 3 2027`, `5/3/2027`, `5.3.2027` (day first) or `2027-3-5` (year first); null for anything else and for days that do not exist. Expects ASCII digits. */
export function readCalendarDay(typed: string): string | null {
  const [a, b, c, ...rest] = typed.split(/[\s./\-,]+/).filter((part) => part !== "");
  if (a === undefined || b === undefined || c === undefined || rest.length > 0) return null;
  const [year, month, day] = a.length === 4 ? [a, b, c] : [c, b, a];
  const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isCalendarDay(iso) ? iso : null;
}
