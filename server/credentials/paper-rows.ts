import { isCourse, isSkill } from "../../domain/achievements.ts";
import type { Language } from "../../domain/language.ts";
import { livelihoods } from "../../domain/livelihoods.ts";
import { achievementLabels } from "../../locales/achievements.ts";
import { livelihoodLabels } from "../../locales/livelihoods.ts";
import type { TierZero } from "../../union/credentials/tier-zero.ts";
import { type PageText, pageTexts } from "./texts.ts";
import type { ShownPaper } from "./verdict.ts";

/** One line of what a paper says. */
export interface Row {
  readonly label: string;
  readonly value: string;
}

/** What a paper says, line by line in that language; with a name only where a PIN was given. */
export function paperRows({ tier0, tier1, statusAsOf }: ShownPaper, language: Language): readonly Row[] {
  const texts = pageTexts[language];
  const row = (field: PageText, value: string | null): readonly Row[] =>
    value === null ? [] : [{ label: texts[field], value }];
  return [
    ...row("field.name", tier1?.name ?? null),
    ...row("field.initials", tier0.initials),
    { label: texts[`kind.${tier0.kind}`], value: whatIs(tier0, language) },
    ...row("field.amount", lengthOf(tier0, language)),
    ...row("field.level", texts[`level.${tier0.level}`]),
    ...row("field.confirmedBy", texts[`by.${tier0.confirmedBy}`]),
    ...row("field.reachedBy", tier1 && texts[`reached.${tier1.reachedBy}`]),
    ...row("field.confirmedIn", tier1 && monthIn(tier1.confirmedIn, language)),
    ...row("field.validFrom", tier1 && dayIn(tier1.validFrom, language)),
    ...row("field.validUntil", dayIn(tier0.validUntil, language)),
    ...row("field.statusAsOf", momentIn(statusAsOf, language)),
  ];
}

function whatIs({ livelihood, achievement }: TierZero, language: Language): string {
  const work = livelihoods.find(({ id }) => id === livelihood);
  if (work !== undefined) return livelihoodLabels[language][`work.${work.id}`];
  if (achievement === null) return "-";
  if (isSkill(achievement)) return achievementLabels[language][`skill.${achievement}`];
  return isCourse(achievement) ? achievementLabels[language][`course.${achievement}`] : String(achievement);
}

/** The digits that a code is written with too, whatever the language. */
const localeOf = (language: Language): string => `${language}-u-nu-latn`;

function lengthOf({ months, hours }: TierZero, language: Language): string | null {
  if (hours !== null) return inUnit(hours, "hour", language);
  if (months === null) return null;
  return months % 12 === 0 ? inUnit(months / 12, "year", language) : inUnit(months, "month", language);
}

const inUnit = (amount: number, unit: string, language: Language): string =>
  new Intl.NumberFormat(localeOf(language), { style: "unit", unit, unitDisplay: "long" }).format(amount);

const written = (at: Date, language: Language, how: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(localeOf(language), { timeZone: "UTC", ...how }).format(at);

const dayIn = (at: Date, language: Language): string => written(at, language, { dateStyle: "long" });

const monthIn = (month: string, language: Language): string =>
  written(new Date(`${month}-01T00:00:00Z`), language, { month: "long", year: "numeric" });

const momentIn = (at: Date, language: Language): string =>
  `${written(at, language, { dateStyle: "long", timeStyle: "short" })} UTC`;
