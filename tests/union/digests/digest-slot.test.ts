import { expect, it } from "vitest";
import { latestSlot } from "../../../union/digests/digest-slot.ts";

const slot = (now: string, country: string | null, every: "day" | "week" = "day"): string =>
  latestSlot(new Date(now), country, every).toISOString().slice(0, 16);

it.each([
  ["2026-11-24T07:00:00Z", "TR", "2026-11-24T05:30"],
  ["2026-11-24T05:29:59Z", "TR", "2026-11-23T05:30"],
  ["2026-11-24T05:30:00Z", "TR", "2026-11-24T05:30"],
  ["2026-11-24T07:00:00Z", null, "2026-11-23T08:30"],
  ["2026-11-24T23:00:00Z", "NP", "2026-11-24T02:45"],
])("at %s the latest 08:30 in %s was %s", (now, country, expected) => {
  expect(slot(now, country)).toBe(expected);
});

it.each([
  ["2026-11-24T07:00:00Z", "2026-11-23T05:30"],
  ["2026-11-23T05:30:00Z", "2026-11-23T05:30"],
  ["2026-11-23T05:29:00Z", "2026-11-16T05:30"],
  ["2026-11-29T20:00:00Z", "2026-11-23T05:30"],
])("at %s the latest Monday 08:30 in Turkey was %s", (now, expected) => {
  expect(slot(now, "TR", "week")).toBe(expected);
});

it("is 08:30 on the clock of the place on the days its clock is changed", () => {
  // Germany, 2027: summer time from 28 March on, until 31 October.
  expect(slot("2027-03-27T12:00:00Z", "DE")).toBe("2027-03-27T07:30");
  expect(slot("2027-03-28T12:00:00Z", "DE")).toBe("2027-03-28T06:30");
  expect(slot("2027-03-28T06:29:00Z", "DE")).toBe("2027-03-27T07:30");
  expect(slot("2027-10-31T07:30:00Z", "DE")).toBe("2027-10-31T07:30");
  expect(slot("2027-11-02T12:00:00Z", "DE", "week")).toBe("2027-11-01T07:30");
  expect(slot("2027-03-31T12:00:00Z", "DE", "week")).toBe("2027-03-29T06:30");
  expect(slot("2027-03-28T12:00:00Z", "DE", "week")).toBe("2027-03-22T07:30");
});
