/**
 * What in an opening's words makes a caseworker look before anybody hears of it. The rules follow the ILO's indicators of
 * forced labour and its definition of recruitment fees (https://www.ilo.org/publications/ilo-indicators-forced-labour,
 * https://www.ilo.org/publications/general-principles-and-operational-guidelines-fair-recruitment).
 */
export const redFlags = [
  /** She is to pay: a fee, a deposit, for papers, training, uniform or the way. */
  "fee",
  /** Her papers are kept. */
  "papers_kept",
  /** An advance or a loan to work off. */
  "debt",
  /** A visa or residence is promised. */
  "visa_promised",
  /** She is to talk somewhere else: a number, a link, another app. */
  "other_contact",
  /** Asks for a gender, an age or looks. */
  "only_some",
  /** She may not leave. */
  "no_leaving",
] as const;
export type RedFlag = (typeof redFlags)[number];

/**
 * Words and phrases in English, French and Arabic, folded when they are compared. A star stands for any ending. The Arabic
 * ones are found with the article and joined words (و، ب، ل) before them too. Drafts, for native speakers to look over.
 */
export const redFlagWords: Readonly<Record<RedFlag, readonly string[]>> = {
  fee: [
    ...[
      "fee",
      "fees",
      "deposit*",
      "processing",
      "registration cost*",
      "pay for training",
      "pay for the uniform",
    ],
    ...["pay upfront", "pay first", "payment before", "buy your own kit", "send money", "transfer money"],
    ...["frais", "caution", "acompte", "arrhes", "payer d'avance", "paiement avant", "verser", "versement"],
    ...[
      "رسوم",
      "رسم تسجيل",
      "عربون",
      "تأمين نقدي",
      "ادفع*",
      "تدفع*",
      "الدفع مقدما",
      "دفع مسبق",
      "حوالة",
      "عمولة",
    ],
  ],
  papers_kept: [
    ...[
      "passport*",
      "keep your id",
      "hold your id",
      "keep your papers",
      "hand over your documents",
      "original documents",
    ],
    ...[
      "passeport*",
      "garder vos papiers",
      "remettre vos papiers",
      "documents originaux",
      "garde les papiers",
    ],
    ...["جواز*", "جوازات", "نحتفظ بالهوية", "تسليم الهوية", "الوثائق الأصلية", "الأوراق الأصلية"],
  ],
  debt: [
    ...["advance", "salary advance", "loan*", "debt*", "work off", "pay back", "deducted from your salary"],
    ...["avance", "avances", "prêt d'argent", "dette*", "rembourser", "retenu sur le salaire"],
    ...["سلفة", "قرض", "ديون", "تسديد", "يخصم من الراتب", "خصم من الراتب"],
  ],
  visa_promised: [
    ...[
      "guaranteed visa",
      "visa guaranteed",
      "visa",
      "visas",
      "residence permit guaranteed",
      "travel to europe",
    ],
    ...["visa garanti", "titre de séjour garanti", "papiers garantis", "voyage en europe"],
    ...["فيزا", "تأشيرة", "تأشيره مضمونة", "إقامة مضمونة", "سفر إلى أوروبا"],
  ],
  other_contact: [
    ...[
      "whatsapp",
      "telegram",
      "signal",
      "messenger",
      "viber",
      "facebook",
      "instagram",
      "call me",
      "text me",
      "private chat",
    ],
    ...["appelez-moi", "appelez moi", "contactez-moi", "contactez moi", "en privé", "message privé"],
    ...["واتساب", "واتس", "تلغرام", "تليجرام", "فيسبوك", "اتصل*", "على الخاص", "راسلني"],
  ],
  only_some: [
    ...[
      "women only",
      "only women",
      "girls only",
      "only girls",
      "females only",
      "only female",
      "men only",
      "only men",
      "males only",
    ],
    ...[
      "girl",
      "girls",
      "young woman",
      "young women",
      "unmarried",
      "good looking",
      "attractive",
      "photo*",
      "picture*",
    ],
    ...["years old", "under 25", "under 30", "under 35", "maximum age", "age limit"],
    ...[
      "femmes uniquement",
      "seulement des femmes",
      "femme seulement",
      "hommes uniquement",
      "jeune fille",
      "jeunes filles",
    ],
    ...["célibataire*", "bonne présentation", "jolie", "ans maximum", "âge maximum", "âgée de", "âgé de"],
    ...[
      "نساء فقط",
      "للنساء فقط",
      "بنات",
      "فتيات",
      "للرجال فقط",
      "رجال فقط",
      "ذكور فقط",
      "إناث فقط",
      "عزباء",
      "حسنة المظهر",
      "جميلة",
    ],
    ...["صورة*", "العمر من", "لا يتجاوز العمر", "العمر تحت", "دون سن"],
  ],
  no_leaving: [
    ...["no leaving", "not allowed to leave", "may not leave", "stay inside", "no days off", "no day off"],
    ...["interdit de sortir", "pas de sortie", "sans jour de repos", "pas de jour de repos"],
    ...["ممنوع الخروج", "لا يسمح بالخروج", "بدون عطلة", "بدون إجازة"],
  ],
};
