import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayAt } from "../../domain/day-at.ts";

describe("the calendar day of a moment", () => {
  it.each([
    ["2026-11-24T20:59:59.999Z", "Europe/Istanbul", "2026-11-24"],
    ["2026-11-24T21:00:00Z", "Europe/Istanbul", "2026-11-25"],
    ["2026-11-24T04:59:59Z", "America/New_York", "2026-11-23"],
    ["2026-12-31T23:30:00Z", "Africa/Lagos", "2027-01-01"],
    ["2028-02-28T23:30:00Z", "Asia/Amman", "2028-02-29"],
    ["2026-01-01T00:00:00Z", "UTC", "2026-01-01"],
  ])("%s in %s is %s", (moment, zone, day) => {
    expect(dayAt(Date.parse(moment), zone)).toBe(day);
  });

  it("in UTC is the date of the moment as ISO 8601 writes it", () => {
    const moments = fc.integer({ min: 0, max: Date.UTC(2100, 0, 1) });
    fc.assert(
      fc.property(moments, (moment) => dayAt(moment, "UTC") === new Date(moment).toISOString().slice(0, 10)),
      { numRuns: 50 },
    );
  });
});
