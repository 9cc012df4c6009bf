import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nextAllowedAt } from "../../domain/quiet-hours.ts";

const next = (now: string, country: string | null) => nextAllowedAt(new Date(now), country).toISOString();

describe("quiet hours", () => {
  it.each([
    ["noon in Istanbul is no quiet hour", "2026-11-20T09:00:00Z", "TR", "2026-11-20T09:00:00.000Z"],
    ["at 19:59 a message still goes out", "2026-11-20T16:59:59Z", "TR", "2026-11-20T16:59:59.000Z"],
    ["from 20:00 on it waits for 08:00", "2026-11-20T17:00:00Z", "TR", "2026-11-21T05:00:00.000Z"],
    [
      "after midnight it waits for the same morning",
      "2026-11-20T22:30:00Z",
      "TR",
      "2026-11-21T05:00:00.000Z",
    ],
    [
      "a moment before 08:00 it waits that moment",
      "2026-11-21T04:59:59.250Z",
      "TR",
      "2026-11-21T05:00:00.000Z",
    ],
    ["in the Emirates the day is 07:00 to 21:00", "2026-11-20T17:00:00Z", "AE", "2026-11-21T03:00:00.000Z"],
    ["in Jordan a message may go out at 20:30", "2026-11-20T17:30:00Z", "JO", "2026-11-20T17:30:00.000Z"],
    ["in Jordan none may at 21:00", "2026-11-20T18:00:00Z", "JO", "2026-11-21T05:00:00.000Z"],
    ["in Kenya none may at 20:00", "2026-11-20T17:00:00Z", "KE", "2026-11-21T05:00:00.000Z"],
    ["in the United States one may at 20:30", "2026-11-21T01:30:00Z", "US", "2026-11-21T01:30:00.000Z"],
    ["in Nepal the clock is 45 minutes off", "2026-11-20T16:00:00Z", "NP", "2026-11-21T02:15:00.000Z"],
    ["an unknown country keeps the hours of UTC", "2026-11-20T21:00:00Z", null, "2026-11-21T08:00:00.000Z"],
    ["in a night that loses an hour", "2026-03-28T22:00:00Z", "FR", "2026-03-29T06:00:00.000Z"],
    ["in a night that gains an hour", "2026-10-24T21:00:00Z", "FR", "2026-10-25T07:00:00.000Z"],
  ])("%s", (_, now, country, expected) => {
    expect(next(now, country)).toBe(expected);
  });

  it("end at the first instant a message may go out, in any country at any time", () => {
    const instant = fc.integer({ min: Date.UTC(2025, 0), max: Date.UTC(2030, 0) });
    const country = fc.constantFrom("TR", "JO", "LB", "EG", "FR", "US", "AU", "NP", "PS", "MD", "AE", null);
    fc.assert(
      fc.property(instant, country, fc.double({ min: 0, max: 1, noNaN: true }), (now, from, share) => {
        const allowed = nextAllowedAt(new Date(now), from).getTime();
        expect(allowed).toBeGreaterThanOrEqual(now);
        expect(allowed - now).toBeLessThanOrEqual(14 * 3_600_000);
        expect(nextAllowedAt(new Date(allowed), from).getTime()).toBe(allowed);
        const meanwhile = Math.floor(now + (allowed - now) * share);
        expect(nextAllowedAt(new Date(meanwhile), from).getTime()).toBe(allowed);
      }),
      { numRuns: 500 },
    );
  });
});
