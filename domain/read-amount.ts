/** Thousands in groups of three, or in twos before the last three as in South Asia; the same mark between all. */
const grouped = /^\d{1,3}(?:([.,'’٬ \u00a0\u202f])\d{3})(?:\1\d{3})*$/;
const groupedInTwos = /^\d{1,2}(?:,\d{2})*,\d{3}$/;
const mark = /[.,'’٬ \u00a0\u202f]/g;
const withPoint = /^(.*\d)([.,٫])(\d{1,3})$/;
const plain = /^\d+$/;

/** What an amount may mean. */
export type AmountReading =
  | { readonly kind: "amount"; readonly amount: number }
  /** "1.300" in a currency of three decimals: one and a bit, or thirteen hundred. */
  | { readonly kind: "ambiguous" }
  | { readonly kind: "no_amount" };

const noAmount: AmountReading = { kind: "no_amount" };
const amountOf = (digits: string): AmountReading => ({ kind: "amount", amount: Number(digits) });

/**
 * Reads an amount written with ASCII digits and the marks of any country: 22000, 22,000, 1.300.000, 1 300,50.
 *
 * Three digits after a mark are thousands, fewer are a fraction; where the currency has three decimals of its own
 * (the dinars), a single mark before three digits could be either, and is not guessed.
 *
 * @param decimals  how many digits the currency has after its point
 */
export function readAmount(text: string, decimals: number): AmountReading {
  const typed = text.trim();
  if (plain.test(typed)) return amountOf(typed);
  const [, separator] = grouped.exec(typed) ?? [];
  if (separator !== undefined) {
    const isOneMark = typed.replace(mark, "").length === typed.length - 1;
    if (decimals === 3 && isOneMark && /[.,]/.test(separator)) return { kind: "ambiguous" };
    return amountOf(typed.replace(mark, ""));
  }
  if (groupedInTwos.test(typed)) return amountOf(typed.replace(mark, ""));
  const [, whole = "", point = "", fraction = ""] = withPoint.exec(typed) ?? [];
  if (fraction === "" || fraction.length > decimals || whole.includes(point)) return noAmount;
  if (!plain.test(whole) && !grouped.test(whole) && !groupedInTwos.test(whole)) return noAmount;
  return amountOf(`${whole.replace(mark, "")}.${fraction}`);
}
