import { foldText } from "./fold-text.ts";

/** What a word means in an employer's reply to a digest. */
export type DigestWord = "yes" | "no" | "all" | "more" | "close" | "undo" | "joining";

/** Every way employers write it in the languages we speak; nothing here is guessed from a near miss. */
const words: Readonly<Record<DigestWord, readonly string[]>> = {
  yes: [
    ..."y yes yess yep yeah ok okay accept interested ✅ ✔ 👍".split(" "),
    ..."o oui ouais accepter j'accepte d'accord".split(" "),
    ..."نعم أجل ايوه ايوا اي موافق موافقة أقبل قبول naam na3am aywa".split(" "),
  ],
  no: [
    ..."n no nope nah reject decline ❌ ✖ 👎".split(" "),
    ..."non refuser refus".split(" "),
    ..."لا كلا لأ أرفض رفض مرفوض la laa".split(" "),
  ],
  all: "all both everyone tous toutes الكل جميعهم كلهم".split(" "),
  more: "more next plus encore suite المزيد مزيد أكثر".split(" "),
  close: "close closed fermer ferme clore cloturer إغلاق أغلق اغلاق اقفل".split(" "),
  undo: "undo défaire تراجع التراجع".split(" "),
  joining: [
    ..."and to for please thanks pls candidate candidates".split(" "),
    ..."et pour svp merci candidat candidats candidate".split(" "),
    ..."و شكرا رجاء مرشح المرشح".split(" "),
  ],
};

const kinds = ["yes", "no", "all", "more", "close", "undo", "joining"] as const;
const meanings: ReadonlyMap<string, DigestWord> = new Map(
  kinds.flatMap((kind) => words[kind].map((word) => [foldText(word), kind] as const)),
);

/** What a folded word means; undefined for a word we do not know. */
export const digestWord = (word: string): DigestWord | undefined => meanings.get(word);
