import { foldText } from "./fold-text.ts";

/** Currencies called by the name of their country, as people write them: by ISO 4217 code, a comma between two names. */
const names: Readonly<Record<string, string>> = {
  TRY: "turkish lira,turkish liras,livre turque,livres turques,lire turque,lires turques,ليرة تركية,ليرات تركية,الليرة التركية",
  SYP: "syrian pound,syrian pounds,syrian lira,livre syrienne,livres syriennes,ليرة سورية,ليرات سورية",
  LBP: "lebanese pound,lebanese pounds,lebanese lira,livre libanaise,livres libanaises,ليرة لبنانية,ليرات لبنانية",
  EGP: "egyptian pound,egyptian pounds,livre égyptienne,livres égyptiennes,جنيه مصري,جنيهات مصرية",
  SDG: "sudanese pound,sudanese pounds,livre soudanaise,livres soudanaises,جنيه سوداني,جنيهات سودانية",
  JOD: "jordanian dinar,jordanian dinars,dinar jordanien,dinars jordaniens,دينار أردني,دنانير أردنية",
  IQD: "iraqi dinar,iraqi dinars,dinar irakien,dinars irakiens,دينار عراقي,دنانير عراقية",
  TND: "tunisian dinar,tunisian dinars,dinar tunisien,dinars tunisiens,دينار تونسي",
  MAD: "moroccan dirham,moroccan dirhams,dirham marocain,dirhams marocains,درهم مغربي",
  SAR: "saudi riyal,saudi riyals,riyal saoudien,riyals saoudiens,ريال سعودي",
  USD: "us dollar,us dollars,american dollars,dollar américain,dollars américains,دولار أمريكي,دولار أميركي",
  KES: "kenyan shilling,kenyan shillings,kenya shillings,shilling kényan,shillings kényans,شلن كيني",
  UGX: "ugandan shilling,ugandan shillings,uganda shillings",
};

const codes: ReadonlyMap<string, string> = new Map(
  Object.entries(names).flatMap(([code, list]) => list.split(",").map((name) => [foldText(name), code])),
);
const anyName = new RegExp(`(?<![\\p{L}\\p{M}])(?:${[...codes.keys()].join("|")})(?![\\p{L}\\p{M}])`, "gu");

/** A folded text with each currency that is called by its country written as its code: "22000 ليره تركيه" is "22000 TRY". */
export const withCurrencyCodes = (folded: string): string =>
  folded.replace(anyName, (name) => codes.get(name) ?? name);
