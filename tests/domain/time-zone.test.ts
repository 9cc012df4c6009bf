import { getAllCountries } from "countries-and-timezones";
import { describe, expect, it } from "vitest";
import { timeZoneOf } from "../../domain/time-zone.ts";

describe("the time zone of a country", () => {
  it.each([
    ["TR", "Europe/Istanbul"],
    ["JO", "Asia/Amman"],
    ["UG", "Africa/Nairobi"],
    ["CD", "Africa/Lagos"],
    ["US", "America/New_York"],
    ["BR", "America/Sao_Paulo"],
    ["XX", "UTC"],
    ["", "UTC"],
    [null, "UTC"],
  ])("%s is %s", (country, zone) => {
    expect(timeZoneOf(country)).toBe(zone);
  });

  it("is one the platform knows and the country has, for every country", () => {
    for (const { id, timezones } of Object.values(getAllCountries())) {
      const timeZone = timeZoneOf(id);
      expect(() => new Intl.DateTimeFormat("en", { timeZone })).not.toThrow();
      if (timezones.length > 0) expect(timezones).toContain(timeZone);
    }
  });
});
