import { z } from "zod";
import { type Pay, payPeriods } from "../../domain/pay.ts";
import type { Answers } from "../inbound/talk.ts";

/** `22000 TRY month`, as the question of a wage keeps it. */
const kept = z
  .string()
  .transform((text) => text.split(" "))
  .pipe(z.tuple([z.coerce.number<string>().positive(), z.string().regex(/^[A-Z]{3}$/), z.enum(payPeriods)]));

/** The wage among the answers of a conversation that asks for it; null where it did not. */
export function payIn({ pay }: Answers): Pay | null {
  const read = kept.safeParse(pay);
  if (!read.success) return null;
  const [amount, currency, period] = read.data;
  return { amount, currency, period };
}
