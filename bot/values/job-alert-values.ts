import { linksIn } from "../../domain/links-in.ts";
import { localDay } from "../../domain/local-day.ts";
import type { MemberReason } from "../../domain/matching/explain.ts";
import { showDay } from "../../locales/show-day.ts";
import { alertForTelling } from "../../union/matching/alert-for-telling.ts";
import { languageOf } from "../inbound/talk.ts";
import type { LoadValues } from "./flow-values.ts";
import { cut, inARow, openingWords } from "./opening-words.ts";

/** How much of an employer's own words an SMS has room for, in characters. */
const detailsRoom = 60;

const reasons = {
  work: "reason.work",
  related_work: "reason.related",
  pay: "reason.pay",
  near: "reason.near",
  schedule: "reason.schedule",
  contract: "reason.contract",
  wish: "reason.wish",
  skills: "reason.skills",
} as const satisfies Readonly<Record<MemberReason, string>>;

const kinds = {
  company: "employerKind.company",
  household: "employerKind.household",
  organisation: "employerKind.organisation",
} as const;
const isKind = (kind: string): kind is keyof typeof kinds => Object.hasOwn(kinds, kind);

/** What the texts of an alert say of its opening: never who the employer is or how to reach her. */
export const jobAlertValues: LoadValues = async (tx, talk, answers, runtime) => {
  const language = languageOf(talk);
  const { text } = runtime.locales;
  const none = text(language, "common", "none");
  const alert = typeof answers.alert === "string" ? await alertForTelling(tx, answers.alert) : null;
  // An alert is hers alone: nobody reads of another's.
  if (alert === null || alert.personId !== talk.person?.id)
    return Object.fromEntries(names.map((name) => [name, none]));
  const { employerKind, details, odds, validUntil } = alert;
  const why = alert.reasons.map((reason) => text(language, "common", reasons[reason]));
  return {
    ...openingWords(alert, language, runtime.locales),
    jobPlaces: String(odds.places),
    jobTold: String(odds.told),
    jobYes: String(odds.interested),
    // It ends with the day the employer named, and days end by UTC: a moment earlier it is still that day.
    jobUntil: showDay(localDay(validUntil.getTime() - 1, null), language, "short"),
    jobReasons: why.length === 0 ? none : inARow(why, language),
    jobDetails: details === null || leadsAway(details) ? none : cut(oneLine(details), detailsRoom),
    employerKind: isKind(employerKind) ? text(language, "common", kinds[employerKind]) : none,
  };
};

const names = [
  ...["jobCode", "job", "jobPlace", "jobTerms", "jobHours", "jobStart", "jobPlaces", "jobTold"],
  ...["jobYes", "jobUntil", "jobReasons", "jobDetails", "employerKind"],
];

/** Words that would take her to the employer before both have said yes: a link, an e-mail address, a number. */
const leadsAway = (details: string): boolean =>
  linksIn(details, []).length > 0 || /@|\p{Nd}[\p{Nd}\s().-]{4,}\p{Nd}/u.test(details);

const oneLine = (text: string): string => text.replace(/\s+/gu, " ").trim();
