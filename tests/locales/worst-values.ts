import { inARow } from "../../bot/values/opening-words.ts";
import type { Language } from "../../domain/language.ts";
import { livelihoods } from "../../domain/livelihoods.ts";
import { showDay } from "../../locales/show-day.ts";
import { createTranslator } from "../../locales/translator.ts";

const { text } = createTranslator();

const widest: Readonly<Record<Language, string>> = { en: "M", fr: "M", ar: "م" };

/** Words of a person's own, in her own alphabet, as long as a question takes them. */
export const longest = (language: Language, characters: number): string =>
  widest[language].repeat(characters);

const until = (language: Language): string =>
  text(language, "credentials", "state.issued", { until: "30 Nov 2029" });

const linesOf = (count: number, line: string): string => `\n${line}`.repeat(count);

/** What the placeholders of every text stand for at their longest: a name, a label of a menu, an amount. */
export function worstValues(language: Language): Readonly<Record<string, string>> {
  const wide = longest(language, 40);
  return {
    name: wide,
    place: wide,
    work: wide,
    number: "MU-123456-K",
    age: text(language, "join", "age.from50"),
    shared: text(language, "common", "yes"),
    alerts: text(language, "common", "yes"),
    language: text(language, "join", "language.fr", {}, "sms"),
    member: longest(language, 20),
    attestor: wide,
    holder: longest(language, 30),
    claim: text(language, "credentials", "amount.months", {
      claim: longest(language, 24),
      amount: "720",
    }),
    paper: longest(language, 24),
    papers: Array.from(
      { length: 2 },
      () => `${longest(language, 24)}: ${until(language)}\n1234-5678-9012`,
    ).join("\n"),
    confirmer: text(language, "credentials", "relation.former-employer"),
    initials: "M.M.",
    level: "4",
    until: "30 Nov 2029",
    since: "Nov 2029",
    digits: "14",
    pin: "123456",
    code: "1234-5678-9012",
    page: "https://migrantunion.example/v",
    link: `https://t.me/migrant_union_bot?start=a-${"w".repeat(22)}`,
    reason: longest(language, 30),
    job: longestWork(language),
    town: wide,
    pay: text(language, "common", "pay.month", {
      pay: language === "ar" ? "1000000 ليرة تركية" : "1000000 TRY",
    }),
    hours: "72",
    places: "500",
    start: language === "fr" ? "30 septembre" : language === "en" ? "30 September" : "30 سبتمبر",
    jobCode: "4F7",
    openings: linesOf(
      3,
      text(language, "common", "opening.line", {
        jobCode: "4F7",
        job: longest(language, 20),
        yes: "12",
        state: text(language, "common", "opening.held"),
      }),
    ),
    lines: linesOf(3, text(language, "common", "decided.alreadyYes", { card: "A12" })),
    part: longest(language, 20),
    codes: "4F7, 8KD, 9XC",
    ...workValues(language),
    least: "100",
    most: "100000",
  };
}

/** What is said of an opening and of an introduction, as long as `openingWords` lets it be. */
function workValues(language: Language): Readonly<Record<string, string>> {
  const pay = text(language, "common", "pay.month", {
    pay: language === "ar" ? "1000000 ليرة تركية" : "1000000 TRY",
  });
  const day = showDay("2027-09-30", language, "short");
  return {
    jobPlace: longest(language, language === "ar" ? 9 : 20),
    jobTerms: language === "ar" ? pay : pay.padEnd(22, "M"),
    ...{ jobPay: pay, jobStart: day, jobUntil: day },
    ...{ jobHours: "72", jobPlaces: "500", jobTold: "1000", jobYes: "1000" },
    jobReasons: inARow(
      (["reason.work", "reason.near", "reason.pay"] as const).map((key) => text(language, "common", key)),
      language,
    ),
    jobDetails: longest(language, 60),
    employerKind: text(language, "common", "employerKind.organisation"),
    employer: longest(language, 40),
    employerPlace: longest(language, 20),
    employerContact: `${longest(language, 40)}, ${longest(language, 60)}\n+905550001122\n${"m".repeat(40)}@example.org`,
    myJobs: linesOf(
      3,
      text(language, "common", "jobLine", {
        jobCode: "4F7",
        job: longest(language, 14),
        standing: text(language, "common", "standing.notChosen"),
      }),
    ),
  };
}

/** The longest name of a kind of work on the menu. */
const longestWork = (language: Language): string =>
  livelihoods
    .map(({ id }) => text(language, "livelihoods", `work.${id}`, {}, "sms"))
    .reduce((one, other) => (other.length > one.length ? other : one));
