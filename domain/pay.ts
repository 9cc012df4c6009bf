import { digitsAfterPoint } from "./currency.ts";

/** What a wage is counted by; a piece is whatever is made or delivered. */
export const payPeriods = ["hour", "day", "week", "month", "year", "piece"] as const;
export type PayPeriod = (typeof payPeriods)[number];

/** A wage as it was offered. */
export interface Pay {
  /** In whole units of the currency (lira, not kurush), more than 0. */
  readonly amount: number;
  /** ISO 4217, such as TRY. */
  readonly currency: string;
  readonly period: PayPeriod;
}

/**
 * Hours of work in each period, where nothing else is agreed: 8 a day and 48 a week at most, by the Hours of Work
 * (Industry) Convention, 1919 (ILO C001), article 2.
 */
const weeklyHours = 48;
const hoursIn = {
  hour: 1,
  day: 8,
  week: weeklyHours,
  month: (weeklyHours * 52) / 12,
  year: weeklyHours * 52,
} as const;

/**
 * What a wage comes to in an hour, in its own currency; null for piecework, which depends on the hand.
 *
 * It favours nobody: offers and wishes are compared at the same hours.
 */
export function hourlyPay({ amount, period }: Pay): number | null {
  return period === "piece" ? null : amount / hoursIn[period];
}

/**
 * How many times the one wage is the other (1: the same); null where they cannot be compared, by currency or
 * because one is piecework.
 */
export function payRatio(pay: Pay, other: Pay): number | null {
  if (pay.currency !== other.currency) return null;
  if (pay.period === other.period) return pay.amount / other.amount;
  const [one, two] = [hourlyPay(pay), hourlyPay(other)];
  return one === null || two === null ? null : one / two;
}

/**
 * The amount and currency as an SMS shows them: "22000 TRY", "12.50 EUR". Nothing stands between the thousands, as
 * a comma there is a decimal point elsewhere. The period is for the language to say.
 */
export function showAmount({ amount, currency }: Pay): string {
  const digits = Number.isInteger(amount) ? String(amount) : amount.toFixed(digitsAfterPoint(currency));
  return `${digits} ${currency}`;
}
