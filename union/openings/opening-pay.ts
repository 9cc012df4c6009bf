import { z } from "zod";
import { type Pay, payPeriods } from "../../domain/pay.ts";

const storedPeriod = z.enum(payPeriods);

/** The wage in an opening's row. @throws ZodError for a period that we never wrote */
export const openingPay = (row: {
  readonly payAmount: number;
  readonly payCurrency: string;
  readonly payPeriod: string;
}): Pay => ({
  amount: row.payAmount,
  currency: row.payCurrency,
  period: storedPeriod.parse(row.payPeriod),
});
