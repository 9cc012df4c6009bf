import { amountOf, type Claimed } from "../../domain/credential-request.ts";
import type { Language } from "../../domain/language.ts";
import type { Locales } from "../../locales/index.ts";
import type { TierZero } from "../../union/credentials/tier-zero.ts";

type Words = Pick<Locales, "text">;

/** What a paper is called: the kind of work, the skill or the course. */
export function paperWords(claim: Claimed, language: Language, { text }: Words): string {
  if (claim.kind === "work-record") return text(language, "livelihoods", `work.${claim.livelihood}`);
  return text(
    language,
    "achievements",
    `${claim.kind === "skill" ? "skill" : "course"}.${claim.achievement}`,
  );
}

/** What a paper says: what it is called, and for how many months or hours. */
export const claimWords = (claim: Claimed, language: Language, words: Words): string =>
  withAmount(paperWords(claim, language, words), claim.kind, amountOf(claim), language, words);

/** What a checked paper says to anybody; of work that is no longer on the menu, only that it is work. */
export function checkedWords(paper: TierZero, language: Language, words: Words): string {
  const { kind, livelihood, achievement, months, hours } = paper;
  const list = kind === "skill" ? "skill" : "course";
  const claim =
    livelihood !== null
      ? words.text(language, "livelihoods", `work.${livelihood}`)
      : achievement !== null
        ? words.text(language, "achievements", `${list}.${achievement}`)
        : words.text(language, "credentials", `kind.${kind}`);
  return withAmount(claim, kind, months ?? hours, language, words);
}

function withAmount(
  claim: string,
  kind: Claimed["kind"],
  amount: number | null,
  language: Language,
  { text }: Words,
): string {
  if (amount === null) return claim;
  const key = kind === "training" ? "amount.hours" : "amount.months";
  return text(language, "credentials", key, { claim, amount: String(amount) });
}

/** A day as people say it, `21 Nov 2029`, with the digits of every menu. */
export const dayWords = (day: Date, language: Language): string =>
  unmarked(
    new Intl.DateTimeFormat(localeOf(language), {
      ...({ day: "numeric", month: "short", year: "numeric", timeZone: "UTC" } as const),
    }).format(day),
  );

/** A month as people say it, `Nov 2026`. */
export const monthWords = (month: string, language: Language): string =>
  unmarked(
    new Intl.DateTimeFormat(localeOf(language), {
      ...({ month: "short", year: "numeric", timeZone: "UTC" } as const),
    }).format(new Date(`${month}-01T00:00:00Z`)),
  );

/** Without marks of direction; not every old phone knows them. */
const unmarked = (words: string): string => words.replace(/\p{Cf}/gu, "");

/** English as it is written outside America, with the day before the month. */
const localeOf = (language: Language): string =>
  `${language === "en" ? "en-GB" : language}-u-nu-latn-ca-gregory`;
