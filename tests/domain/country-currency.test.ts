import { getAllCountries } from "countries-and-timezones";
import { describe, expect, it } from "vitest";
import { currencyOf } from "../../domain/country-currency.ts";
import { readPay } from "../../domain/read-pay.ts";

describe("the currency of a country", () => {
  it.each([
    ["TR", "TRY"],
    ["LB", "LBP"],
    ["JO", "JOD"],
    ["DE", "EUR"],
    ["HR", "EUR"],
    ["US", "USD"],
    ["EC", "USD"],
    ["LI", "CHF"],
    ["XX", null],
    ["", null],
    ["tr", null],
  ])("%o is %s", (country, currency) => {
    expect(currencyOf(country)).toBe(currency);
  });

  it("is one in which a wage can be read, for every country that has one here", () => {
    const known = Object.keys(getAllCountries()).flatMap((country) => currencyOf(country) ?? []);
    expect(known.length).toBeGreaterThan(60);
    for (const currency of new Set(known))
      expect(readPay("500 a month", { currency, period: null })).toEqual({
        kind: "pay",
        pay: { amount: 500, currency, period: "month" },
      });
  });
});
