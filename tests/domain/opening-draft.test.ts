import { describe, expect, it } from "vitest";
import { isDay, localDay } from "../../domain/local-day.ts";
import { draftFaults } from "../../domain/opening-draft.ts";
import { draft } from "../union/matching/small-market.ts";

const now = Date.parse("2026-11-24T22:30:00Z");

describe("a draft of an opening", () => {
  it("a good one has no fault", () => {
    expect(draftFaults(draft, now)).toEqual([]);
  });

  it("every fault is named, not only the first", () => {
    const bad = { ...draft, places: 0, livelihood: "astronaut", hours: 100, validUntil: Number.NaN };
    expect(draftFaults(bad, now)).toEqual([
      { field: "livelihood", why: "unknown_livelihood" },
      { field: "places", why: "bad_places" },
      { field: "validUntil", why: "ends_in_the_past" },
      { field: "hours", why: "bad_hours" },
    ]);
  });

  it("the day is that of the place: half past one at night in Turkey is tomorrow already", () => {
    expect(localDay(now, "TR")).toBe("2026-11-25");
    expect(localDay(now, null)).toBe("2026-11-24");
    const today = { ...draft, startsOn: "2026-11-24" };
    expect(draftFaults(today, now)).toEqual([{ field: "startsOn", why: "starts_in_the_past" }]);
    expect(draftFaults({ ...today, country: null }, now)).toEqual([]);
  });

  it.each(["2026-02-29", "2026-13-01", "2026-1-1", "tomorrow", "", "2026-12-01T00:00:00Z"])(
    "%s is no day",
    (day) => {
      expect(isDay(day)).toBe(false);
    },
  );
});
