import { directionOf, type Language } from "../../domain/language.ts";
import type { Pay } from "../../domain/pay.ts";
import type { Locales } from "../../locales/index.ts";
import { showDay } from "../../locales/show-day.ts";
import { showPay } from "../../locales/show-pay.ts";
import type { TextValues } from "./flow-values.ts";

/** What an alert by SMS has room for, in characters: one part, or two in the alphabets of which it holds half as much. */
const room: Readonly<Record<Language, number>> = { en: 66, fr: 66, ar: 52 };
/** Of that for the place, at least and at most. */
const placeRoom = { least: 9, most: 20 } as const;

/** An opening as members are told of it. */
export interface OpeningToShow {
  readonly code: string;
  readonly livelihood: string;
  readonly place: string;
  readonly pay: Pay;
  readonly hours: number | null;
  /** A calendar day, `2027-03-05`. */
  readonly startsOn: string;
}

/** What the placeholders about an opening stand for. The hours of a week are left out where the line gets too long: MORE has them. */
export function openingWords(
  { code, livelihood, place, pay, hours, startsOn }: OpeningToShow,
  language: Language,
  locales: Pick<Locales, "text">,
): TextValues {
  const job = livelihoodName(livelihood, language, locales);
  const jobPay = showPay(pay, language, locales);
  const left = Math.max(placeRoom.least, room[language] - job.length - jobPay.length);
  const jobPlace = cut(place, Math.min(placeRoom.most, left));
  const withHours =
    hours === null ? jobPay : locales.text(language, "common", "jobTerms", { jobPay, jobHours: hours });
  const isRoomy = job.length + jobPlace.length + withHours.length <= room[language];
  return {
    jobCode: code,
    ...{ job, jobPlace },
    jobTerms: isRoomy ? withHours : jobPay,
    jobPay,
    jobHours: hours === null ? locales.text(language, "common", "none") : String(hours),
    jobStart: showDay(startsOn, language, "short"),
  };
}

/** A kind of work of the menu, in words that fit an SMS. */
export const livelihoodName = (
  livelihood: string,
  language: Language,
  { text }: Pick<Locales, "text">,
): string => text(language, "livelihoods", `work.${livelihood}`, {}, "sms");

/** A text of at most so many characters; what is longer ends in dots. */
export const cut = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 3).trimEnd()}...`;

/** Several things in a row, with the comma of the language. */
export const inARow = (things: readonly string[], language: Language): string =>
  things.join(directionOf(language) === "rtl" ? "، " : ", ");
