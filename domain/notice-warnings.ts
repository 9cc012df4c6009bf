import { foldText } from "./fold-text.ts";
import type { Language } from "./language.ts";

/** Something a notice may speak of only with care, and the word that says so. */
export interface NoticeWarning {
  readonly language: Language;
  /** `money`: it may ask for a payment; `papers`: it may ask for a document, its number or a secret. */
  readonly about: "money" | "papers";
  readonly word: string;
}

/** What swindlers ask members for: our own list, each word as it stands in a text. A notice never asks for it. */
const words: Readonly<Record<Language, Readonly<Record<NoticeWarning["about"], readonly string[]>>>> = {
  en: {
    money: ["pay", "payment", "fee", "fees", "deposit", "money", "cash", "transfer", "bank", "card number"],
    papers: ["passport", "id card", "id number", "identity card", "visa number", "password", "pin", "code"],
  },
  fr: {
    money: ["payer", "payez", "paiement", "frais", "acompte", "caution", "argent", "virement", "banque"],
    papers: ["passeport", "carte d'identite", "numero d'identite", "titre de sejour", "mot de passe", "code"],
  },
  ar: {
    money: ["ادفع", "ادفعوا", "دفع", "الدفع", "رسوم", "عربون", "مال", "المال", "نقود", "تحويل", "البنك"],
    papers: ["جواز", "جواز السفر", "الهوية", "هويتك", "رقم الهوية", "كلمة السر", "كلمة المرور", "رمز"],
  },
};

const notALetter = /[^\p{L}\p{N}]+/gu;

/** The words in a text that swindlers use, once each: whoever approves it should look twice. */
export function warningsIn(language: Language, text: string): readonly NoticeWarning[] {
  const spaced = ` ${spacedOut(text)} `;
  return (["money", "papers"] as const).flatMap((about) =>
    words[language][about]
      .filter((word) => spaced.includes(` ${spacedOut(word)} `))
      .map((word) => ({ language, about, word })),
  );
}

const spacedOut = (text: string): string => foldText(text).replace(notALetter, " ").trim();
