import { digitsAfterPoint, readCurrency } from "./currency.ts";
import { foldDigits } from "./digits.ts";
import { foldText } from "./fold-text.ts";
import { withCurrencyCodes } from "./national-currencies.ts";
import type { Pay, PayPeriod } from "./pay.ts";
import { isJoiningWord, periodOf } from "./pay-words.ts";
import { readAmount } from "./read-amount.ts";

/** What is understood where it is left out: what was said before, or is usual at the place of work. */
export interface UsualPay {
  readonly currency: string | null;
  readonly period: PayPeriod | null;
}

/** Why a text is no wage; the part that was not understood is quoted in `part`. */
export type PayFault =
  | "no_amount"
  | "two_amounts"
  | "ambiguous_amount"
  | "too_much"
  | "unknown_word"
  | "no_currency"
  | "two_currencies"
  | "no_period"
  | "two_periods";

export type PayReading =
  | { readonly kind: "pay"; readonly pay: Pay }
  | { readonly kind: "not_pay"; readonly why: PayFault; readonly part: string };

/** No wage has more digits than this, in any currency: what is longer is a telephone number or a slip. */
const most = 10_000_000_000;

/** An amount with its marks (never one at its end), and a "k" for thousand. */
const amounts = /\d(?:[\d.,'’٬٫ \u00a0\u202f]*\d)?(?:\s?k(?![\p{L}]))?/giu;
/** "An" is a year in French and an article in English: "500 an hour". */
const frenchYear = /(\bpar\s+|\/\s*)an\b/giu;
const minus = /[-−–—]\s*$/;

/**
 * Reads a wage as employers type it, in any digit script: "22000", "22,000 TRY/mo", "1.300.000 COP", "500/day",
 * "₺500 a day". Every word must be understood, and nothing is guessed: a range, two amounts or a minus are refused.
 */
export function readPay(text: string, usual: UsualPay): PayReading {
  const typed = foldDigits(text)
    .replace(/\p{Cf}/gu, "")
    .normalize("NFC");
  const [found, another] = [...typed.matchAll(amounts)];
  if (found === undefined) return fault("no_amount", text);
  if (another !== undefined) return fault("two_amounts", `${found[0]} ${another[0]}`);
  const before = typed.slice(0, found.index);
  if (minus.test(before)) return fault("no_amount", text);
  const words = readWords(`${before} ${typed.slice(found.index + found[0].length)}`, usual);
  if (words.kind === "not_pay") return words;
  const { currency, period } = words;
  if (currency === null) return fault("no_currency", text);
  const amount = amountOf(found[0], currency);
  if (typeof amount === "string") return fault(amount, found[0]);
  if (period === null) return fault("no_period", text);
  return { kind: "pay", pay: { amount, currency, period } };
}

function amountOf(typed: string, currency: string): number | PayFault {
  const isThousands = /k$/i.test(typed);
  const reading = readAmount(typed.replace(/\s*k$/i, ""), isThousands ? 2 : digitsAfterPoint(currency));
  if (reading.kind === "ambiguous") return "ambiguous_amount";
  if (reading.kind === "no_amount" || reading.amount === 0) return "no_amount";
  // 1.1 * 1000 is a hair off in binary.
  const amount = isThousands ? Math.round(reading.amount * 100_000) / 100 : reading.amount;
  return amount > most ? "too_much" : amount;
}

type Words = { readonly kind: "words" } & UsualPay;

/** Reads what stands around the amount: at most one currency, at most one period, and words that join them. */
function readWords(text: string, usual: UsualPay): Words | Extract<PayReading, { kind: "not_pay" }> {
  let currency: string | null = null;
  let period: PayPeriod | null = null;
  const plain = withCurrencyCodes(foldText(text.replace(frenchYear, "annuel")));
  for (const part of plain.match(/\p{Sc}|[^\s\p{Sc}/.,:;()]+/gu) ?? []) {
    const word = foldText(part);
    const asPeriod = periodOf(word);
    const asCurrency = asPeriod === undefined ? readCurrency(word, usual.currency) : null;
    if (asPeriod !== undefined) {
      if (period !== null && period !== asPeriod) return fault("two_periods", part);
      period = asPeriod;
    } else if (asCurrency !== null) {
      if (currency !== null && currency !== asCurrency) return fault("two_currencies", part);
      currency = asCurrency;
    } else if (!isJoiningWord(word)) return fault("unknown_word", part);
  }
  return { kind: "words", currency: currency ?? usual.currency, period: period ?? usual.period };
}

const fault = (why: PayFault, part: string) => ({ kind: "not_pay", why, part: part.trim() }) as const;
