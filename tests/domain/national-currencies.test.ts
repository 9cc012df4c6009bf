import { expect, test } from "vitest";
import { readPay } from "../../domain/read-pay.ts";

/** The wage that a text is read as, where no currency is usual. */
const read = (text: string, usual: string | null = null): string => {
  const reading = readPay(text, { currency: usual, period: null });
  if (reading.kind !== "pay") return reading.why;
  const { amount, currency, period } = reading.pay;
  return `${amount} ${currency} ${period}`;
};

test.each([
  ["22000 ليرة تركية في الشهر", "22000 TRY month"],
  ["٢٢٠٠٠ ليرة تركية شهريا", "22000 TRY month"],
  ["500 livres libanaises par jour", "500 LBP day"],
  ["22000 Turkish liras a month", "22000 TRY month"],
  ["300 dinars jordaniens par mois", "300 JOD month"],
  ["1200 dollars américains par mois", "1200 USD month"],
])("a currency called by its country is understood: %s", (text, pay) => expect(read(text)).toBe(pay));

test("a currency called by another country is not taken for the usual one", () => {
  expect(read("5000 ليرة سورية في اليوم", "TRY")).toBe("5000 SYP day");
  expect(read("5000 ليرة في اليوم", "TRY")).toBe("5000 TRY day");
});

test("two currencies are still two", () => {
  expect(read("5000 TRY livre syrienne par jour")).toBe("two_currencies");
});
