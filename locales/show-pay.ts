import { directionOf, type Language } from "../domain/language.ts";
import { type Pay, showAmount } from "../domain/pay.ts";
import type { Translator } from "./translator.ts";

/** A wage with its period in words: "22000 TRY a month", "22000 TRY par mois", "أجر 22000 ليرة تركية في الشهر". */
export const showPay = (pay: Pay, language: Language, { text }: Pick<Translator, "text">): string =>
  text(language, "common", `pay.${pay.period}`, { pay: amountIn(pay, language) });

/** Where the writing runs from the right, the currency has its name: Latin letters would turn the line round. */
function amountIn(pay: Pay, language: Language): string {
  if (directionOf(language) === "ltr") return showAmount(pay);
  const { currency } = pay;
  const name = new Intl.DisplayNames(language, { type: "currency" }).of(currency) ?? currency;
  return showAmount(pay).replace(currency, name);
}
