import type { Language } from "../domain/language.ts";
import { type Pay, showAmount } from "../domain/pay.ts";
import type { Translator } from "./translator.ts";

/** A wage in words: "22000 TRY a month". */
export const showPay = (pay: Pay, language: Language, { text }: Pick<Translator, "text">): string =>
  text(language, "common", `pay.${pay.period}`, { amount: showAmount(pay) });
