import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { hourlyPay, type Pay, payPeriods, payRatio, showAmount } from "../../domain/pay.ts";
import { readPay, type UsualPay } from "../../domain/read-pay.ts";

const turkey: UsualPay = { currency: "TRY", period: "month" };
const nothing: UsualPay = { currency: null, period: null };

const read = (text: string, usual = turkey): string => {
  const reading = readPay(text, usual);
  return reading.kind === "not_pay"
    ? `? ${reading.why}`
    : `${reading.pay.amount} ${reading.pay.currency}/${reading.pay.period}`;
};

describe("a wage typed by an employer", () => {
  test.each([
    ["22000", "22000 TRY/month"],
    ["22,000", "22000 TRY/month"],
    ["22.000", "22000 TRY/month"],
    ["22 000", "22000 TRY/month"],
    ["22'000", "22000 TRY/month"],
    ["22,000 TRY", "22000 TRY/month"],
    ["22.000 TL/ay", "22000 TRY/month"],
    ["₺22.000,50", "22000.5 TRY/month"],
    ["22,000.50", "22000.5 TRY/month"],
    ["22k", "22000 TRY/month"],
    ["22.5 k try", "22500 TRY/month"],
    ["1.1k", "1100 TRY/month"],
    ["TRY 22000 per month", "22000 TRY/month"],
    ["22000try", "22000 TRY/month"],
    ["500/day", "500 TRY/day"],
    ["500 a day", "500 TRY/day"],
    ["500 liras par jour", "500 TRY/day"],
    ["500 TRY par an", "500 TRY/year"],
    ["120 an hour", "120 TRY/hour"],
    ["٢٢٠٠٠", "22000 TRY/month"],
    ["٢٢٬٠٠٠ ليرة في الشهر", "22000 TRY/month"],
    ["٥٠٠ ليرة يوميا", "500 TRY/day"],
    ["1.300.000 COP", "1300000 COP/month"],
    ["1,30,000 INR", "130000 INR/month"],
    ["1,300,000.00 INR", "1300000 INR/month"],
    ["€12.50/h", "12.5 EUR/hour"],
    ["12,5 EUR de l'heure", "? unknown_word"],
    ["12,5 EUR l'heure", "12.5 EUR/hour"],
    ["KES 600 daily", "600 KES/day"],
    ["15 per piece", "15 TRY/piece"],
    ["250 JOD", "250 JOD/month"],
    ["1,300.500 JOD", "1300.5 JOD/month"],
    ["1.500.000 XAF", "1500000 XAF/month"],
  ])("%j in Turkey, by the month, is %s", (text, meaning) => {
    expect(read(text)).toBe(meaning);
  });

  test.each([
    ["", "? no_amount"],
    ["negotiable", "? no_amount"],
    ["0", "? no_amount"],
    ["-500", "? no_amount"],
    ["TRY -500", "? no_amount"],
    ["−500", "? no_amount"],
    ["1.2.3", "? no_amount"],
    ["22,00,00", "? no_amount"],
    ["22.0005", "? no_amount"],
    ["22,000.505", "? no_amount"],
    ["500 20", "? no_amount"],
    ["500-600", "? two_amounts"],
    ["20000 to 25000", "? two_amounts"],
    ["500 for 8 hours", "? two_amounts"],
    ["1.300 JOD", "? ambiguous_amount"],
    ["99999999999999", "? too_much"],
    ["22000 or more", "? unknown_word"],
    ["22000+", "? unknown_word"],
    ["10% of sales", "? unknown_word"],
    ["22000 QQQ", "? unknown_word"],
    ["22000 XXX", "? unknown_word"],
    ["22000 XAU", "? unknown_word"],
    ["$500", "? unknown_word"],
    ["500 dinars", "? unknown_word"],
    ["500 USD EUR", "? two_currencies"],
    ["500 a day per month", "? two_periods"],
    ["5e3", "? two_amounts"],
    ["0x10", "? two_amounts"],
    ["500 constructor", "? unknown_word"],
    ["500 __proto__", "? unknown_word"],
  ])("%j is refused: %s", (text, doubt) => {
    expect(read(text)).toBe(doubt);
  });

  it("is asked for what it does not say where nothing is usual", () => {
    expect(read("22000", nothing)).toBe("? no_currency");
    expect(read("22000 TRY", nothing)).toBe("? no_period");
    expect(read("22000 TRY/month", nothing)).toBe("22000 TRY/month");
    expect(read("$500 / week", { currency: "COP", period: null })).toBe("500 COP/week");
    expect(read("300 dinars", { currency: "JOD", period: "month" })).toBe("300 JOD/month");
    expect(read("300 دينار", { currency: "IQD", period: "day" })).toBe("300 IQD/day");
  });

  const wages = fc.record<Pay>({
    amount: fc.integer({ min: 1, max: 10_000_000 }),
    currency: fc.constantFrom("TRY", "COP", "JOD", "EUR", "KES", "XAF"),
    period: fc.constantFrom(...payPeriods),
  });

  it("is read back from what an SMS shows, which has no mark between thousands", () => {
    fc.assert(
      fc.property(wages, (pay) => {
        expect(showAmount(pay)).toMatch(/^\d+ [A-Z]{3}$/);
        expect(readPay(`${showAmount(pay)} / ${pay.period}`, nothing)).toEqual({ kind: "pay", pay });
      }),
    );
    expect(showAmount({ amount: 12.5, currency: "EUR", period: "hour" })).toBe("12.50 EUR");
  });

  it("is never more than nothing, nor without a currency, whatever is typed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.nat(), (text, number) => {
        const reading = readPay(`${text}${number}`, turkey);
        if (reading.kind === "pay") expect(reading.pay.amount).toBeGreaterThan(0);
        else expect(reading.why).toBeTruthy();
      }),
    );
  });
});

describe("two wages", () => {
  it("are compared by the hour, at 8 hours a day and 48 a week", () => {
    expect(hourlyPay({ amount: 800, currency: "TRY", period: "day" })).toBe(100);
    expect(hourlyPay({ amount: 4800, currency: "TRY", period: "week" })).toBe(100);
    expect(hourlyPay({ amount: 20_800, currency: "TRY", period: "month" })).toBe(100);
    expect(
      payRatio(
        { amount: 20_800, currency: "TRY", period: "month" },
        { amount: 400, currency: "TRY", period: "day" },
      ),
    ).toBe(2);
  });

  it("are not compared in two currencies, nor by the piece and by the hour", () => {
    const day: Pay = { amount: 500, currency: "TRY", period: "day" };
    expect(payRatio(day, { ...day, currency: "USD" })).toBeNull();
    expect(payRatio(day, { ...day, period: "piece" })).toBeNull();
    expect(payRatio({ ...day, period: "piece" }, { ...day, amount: 250, period: "piece" })).toBe(2);
  });
});
