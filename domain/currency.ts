import { foldText } from "./fold-text.ts";

/** Codes of ISO 4217 that begin with X and are money; the others are metals, tests and units of account. */
const moneyWithX: readonly string[] = ["XAF", "XCD", "XOF", "XPF"];

/** Signs and words that stand for one currency wherever they are written. */
const only: Readonly<Record<string, string>> = {
  "€": "EUR",
  euro: "EUR",
  euros: "EUR",
  يورو: "EUR",
  "£": "GBP",
  "₺": "TRY",
  tl: "TRY",
  "₴": "UAH",
  "₦": "NGN",
  "₹": "INR",
  "৳": "BDT",
  taka: "BDT",
  birr: "ETB",
  cfa: "XOF",
  ksh: "KES",
  ush: "UGX",
  tsh: "TZS",
};

/** Words of one language for many currencies: read only where the place says which one is meant. */
const shared: readonly (readonly [words: string, codes: string])[] = [
  [
    "$ dollar dollars دولار",
    "USD CAD AUD COP MXN CLP ARS NZD LRD NAD SGD HKD BBD JMD TTD GYD SRD FJD BZD BSD BND",
  ],
  ["lira liras livre livres pound pounds ليره ليرات جنيه", "TRY LBP SYP EGP SDG SSP GBP"],
  ["peso pesos بيزو", "COP MXN CLP ARS PHP UYU DOP CUP"],
  ["dinar dinars دينار دنانير", "JOD IQD KWD BHD TND DZD LYD RSD"],
  ["franc francs فرنك", "XAF XOF CDF RWF BIF GNF DJF CHF KMF"],
  ["shilling shillings شلن", "KES UGX TZS SOS"],
  ["dirham dirhams درهم", "AED MAD"],
  ["riyal riyals rial rials ريال", "SAR QAR YER OMR IRR"],
  ["rupee rupees rs", "INR PKR NPR LKR MUR"],
];

/**
 * Reads a currency by its ISO 4217 code in any case, its sign or its usual word; null for anything else, and for a
 * word of several currencies that the usual one is not among.
 *
 * @param usual  the code that is paid in where the work is; null where that is not known
 */
export function readCurrency(text: string, usual: string | null): string | null {
  const word = foldText(text);
  const one = Object.hasOwn(only, word) ? only[word] : undefined;
  if (one !== undefined) return one;
  const isMeant = ([words, codes]: readonly [string, string]): boolean =>
    words.split(" ").includes(word) && usual !== null && codes.split(" ").includes(usual);
  if (shared.some(isMeant)) return usual;
  const code = word.toUpperCase();
  return isCurrency(code) ? code : null;
}

/** True for the ISO 4217 code of money, in capitals. */
export const isCurrency = (code: string): boolean =>
  (!code.startsWith("X") || moneyWithX.includes(code)) && Intl.supportedValuesOf("currency").includes(code);

/** How many digits after the decimal point are in use for this currency (Unicode CLDR): 3 for the Jordanian dinar, 0 for the yen. */
export const digitsAfterPoint = (code: string): number =>
  new Intl.NumberFormat("en", { style: "currency", currency: code }).resolvedOptions()
    .maximumFractionDigits ?? 2;
