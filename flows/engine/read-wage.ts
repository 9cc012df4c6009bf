import { currencyOf } from "../../domain/country-currency.ts";
import type { Pay } from "../../domain/pay.ts";
import { type PayFault, readPay } from "../../domain/read-pay.ts";
import { type Reading, type Refusal, refused, value } from "./reply.ts";

const refusals: Readonly<Record<PayFault, Refusal>> = {
  no_amount: "wage",
  too_much: "wage",
  unknown_word: "wage",
  two_amounts: "wageTwo",
  ambiguous_amount: "wageAmbiguous",
  no_currency: "wageCurrency",
  two_currencies: "wageCurrency",
  no_period: "wagePeriod",
  two_periods: "wagePeriod",
};

/** Reads a wage as it is offered; where no currency is named it is the country's own, but the period must be said. */
export function readWage(typed: string, country: string | null): Reading {
  const reading = readPay(typed, { currency: country === null ? null : currencyOf(country), period: null });
  return reading.kind === "pay" ? value(storeWage(reading.pay)) : refused(refusals[reading.why]);
}

/** The wage as an answer holds it. */
const storeWage = ({ amount, currency, period }: Pay): string => `${amount} ${currency} ${period}`;
