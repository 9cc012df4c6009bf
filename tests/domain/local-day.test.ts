import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isDay, localDay } from "../../domain/local-day.ts";

describe("the calendar day of a moment", () => {
  it.each([
    ["2026-11-24T20:59:59.999Z", "TR", "2026-11-24"],
    ["2026-11-24T21:00:00Z", "TR", "2026-11-25"],
    ["2026-11-24T04:59:59Z", "US", "2026-11-23"],
    ["2026-12-31T23:30:00Z", "NG", "2027-01-01"],
    ["2028-02-28T23:30:00Z", "JO", "2028-02-29"],
    ["2026-01-01T00:00:00Z", null, "2026-01-01"],
  ])("%s in %s is %s", (moment, country, day) => {
    expect(localDay(Date.parse(moment), country)).toBe(day);
  });

  it("where the country is not known is the date of the moment as ISO 8601 writes it", () => {
    const moments = fc.integer({ min: 0, max: Date.UTC(2100, 0, 1) });
    fc.assert(
      fc.property(
        moments,
        (moment) => localDay(moment, null) === new Date(moment).toISOString().slice(0, 10),
      ),
      { numRuns: 50 },
    );
  });
});

describe("a day", () => {
  it.each(["2028-02-29", "2026-12-31"])("%s exists", (day) => {
    expect(isDay(day)).toBe(true);
  });

  it.each(["2027-02-29", "2026-13-01", "2026-00-10", "2026-11-31", "26-11-24", "2026-11-24T00:00", ""])(
    "%s does not",
    (day) => {
      expect(isDay(day)).toBe(false);
    },
  );
});
