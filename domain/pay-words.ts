import { foldText } from "./fold-text.ts";
import { type PayPeriod, payPeriods } from "./pay.ts";

/** How people write what a wage is counted by, in the languages we speak. */
const words: Readonly<Record<PayPeriod, string>> = {
  hour: "h hr hour hourly heure l'heure horaire ساعة الساعة بالساعة hora",
  day: "d day daily jour journée journalier يوم اليوم باليوم يوميا dia día",
  week: "w wk week weekly semaine hebdomadaire أسبوع الأسبوع بالأسبوع أسبوعيا semana",
  month: "m mo mth month monthly mois mensuel شهر الشهر بالشهر شهريا mes ay",
  year: "y yr year yearly annual année annuel سنة السنة بالسنة سنويا año",
  piece: "pc piece pièce قطعة القطعة بالقطعة",
};

/** Words that join an amount to its currency or period and say nothing of their own. */
const joining = "per a an each every par le la les chaque à في كل لكل ل";

const fold = (list: string): readonly string[] => list.split(" ").map(foldText);
const periods: ReadonlyMap<string, PayPeriod> = new Map(
  payPeriods.flatMap((period) => fold(words[period]).map((word) => [word, period] as const)),
);
const joiningWords: ReadonlySet<string> = new Set(fold(joining));

/** The period a folded word stands for; undefined for none. */
export const periodOf = (word: string): PayPeriod | undefined => periods.get(word);

/** True for a folded word that only joins two others. */
export const isJoiningWord = (word: string): boolean => joiningWords.has(word);
