import type { Phone } from "./phone.ts";

/** What somebody says who joins by typing numbers, and by which words she knows each question. */
export interface JoinScript {
  readonly hello: string;
  /** The number of her language in the first menu. */
  readonly language: string;
  readonly name: string;
  readonly place: string;
  readonly asks: {
    readonly language: RegExp;
    readonly consent: RegExp;
    readonly age: RegExp;
    readonly name: RegExp;
    readonly place: RegExp;
    readonly work: RegExp;
    readonly kind: RegExp;
    readonly shared: RegExp;
    readonly alerts: RegExp;
    readonly done: RegExp;
  };
}

export const joinScripts: Readonly<Record<"en" | "ar" | "fr", JoinScript>> = {
  en: {
    hello: "hi",
    language: "1",
    name: "Amal",
    place: "Gaziantep",
    asks: {
      language: /Migrant Union[\s\S]*Which language\?\n1 English\n2 /,
      consent: /Do you agree\?\n(?:\n0 Back\n)?1 Yes\n2 No/,
      age: /How old are you\?/,
      name: /What name/,
      place: /Which town/,
      work: /Which work[\s\S]*\n2 Cooking/,
      kind: /Which of these\?[\s\S]*\n1 Cook\n/,
      shared: /use this phone\?/,
      alerts: /jobs that fit you/,
      done: /^Thank you, Amal\..*MU-\d{4}-[A-Z]/,
    },
  },
  ar: {
    hello: "مرحبا",
    language: "٢",
    name: "أمل",
    place: "غازي عنتاب",
    asks: {
      language: /بأي لغة؟\n1 English\n2 /,
      consent: /هل هذا مقبول؟\n(?:\n0 رجوع\n)?1 نعم/,
      age: /كم عمرك؟/,
      name: /ما الاسم/,
      place: /أي مدينة/,
      work: /مجال عملك؟[\s\S]*\n2 الطبخ/,
      kind: /أي واحد منها؟[\s\S]*\n1 طباخ\n/,
      shared: /هذا الهاتف؟/,
      alerts: /فرص العمل وأخبارنا؟/,
      done: /^شكرا أمل\.[\s\S]*MU-\d{4}-[A-Z]/,
    },
  },
  fr: {
    hello: "bonjour",
    language: "3",
    name: "Zoé",
    place: "Liège",
    asks: {
      language: /Quelle langue \?\n1 English\n2 /,
      consent: /D'accord \?\n(?:\n0 Retour\n)?1 Oui/,
      age: /Quel [âa]ge/,
      name: /Quel nom/,
      place: /quelle ville/,
      work: /votre m[ée]tier \?[\s\S]*\n2 Cuisine/,
      kind: /Lequel \?[\s\S]*\n1 Cuisinier\n/,
      shared: /ce t[ée]l[ée]phone/,
      alerts: /offres et nouvelles par message/,
      done: /^Merci, Zoé\.[\s\S]*MU-\d{4}-[A-Z]/,
    },
  },
};

/** Joins from the first word to the member number, answering by digits as on a phone without buttons. Gives back the number. */
export async function joinByDigits(phone: Phone, script: JoinScript): Promise<string> {
  const { asks } = script;
  const answers: readonly (readonly [RegExp, string])[] = [
    [asks.language, script.language],
    [asks.consent, "1"],
    [asks.age, "2"],
    [asks.name, script.name],
    [asks.place, script.place],
    [asks.work, "2"],
    [asks.kind, "1"],
    [asks.shared, "2"],
    [asks.alerts, "1"],
  ];
  await phone.texts(script.hello);
  for (const [question, answer] of answers) {
    await phone.shows(question);
    await phone.texts(answer);
  }
  const done = await phone.shows(asks.done);
  return /MU-\d{4}-[A-Z]/.exec(done)?.[0] ?? "";
}

/** The same talk on a channel with buttons, where a question has no numbered lines; digits are understood all the same. */
export const onButtons = (script: JoinScript): JoinScript => {
  const questionOnly = (pattern: RegExp): RegExp =>
    new RegExp(pattern.source.replace(/(?:\[\\s\\S\]\*)?\\n.*$/, ""));
  const { language, consent, work, kind } = script.asks;
  return {
    ...script,
    asks: {
      ...script.asks,
      language: questionOnly(language),
      consent: questionOnly(consent),
      work: questionOnly(work),
      kind: questionOnly(kind),
    },
  };
};
