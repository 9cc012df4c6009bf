import { Eta } from "eta";
import { courses, skills } from "../../domain/achievements.ts";
import { directionOf, type Language, languages } from "../../domain/language.ts";
import { achievementLabels } from "../../locales/achievements.ts";
import { paperRows } from "./paper-rows.ts";
import { type PageText, pageTexts } from "./texts.ts";
import type { PageVerdict, Tone } from "./verdict.ts";

/** How each language calls itself. */
const ownNames: Readonly<Record<Language, string>> = { en: "English", ar: "العربية", fr: "Français" };

/** Told apart without colour too. */
const signs: Readonly<Record<Tone, string>> = { good: "✓", bad: "✗", unsure: "?", mistake: "!" };

/** What the page of a check shows. */
export interface CheckPage {
  readonly language: Language;
  /** Null before anything was asked. */
  readonly verdict: PageVerdict | null;
  /** The code a PIN can be given for; null where none helps. */
  readonly pinFor: string | null;
  /** Whether it was a file that was checked. */
  readonly showsFile: boolean;
  /** Where the same page is in other languages. */
  readonly path: string;
}

/** Writes the public pages about credentials; whatever is put into them is shown as text, never as markup. */
export interface Pages {
  check(page: CheckPage): string;
  terms(language: Language): string;
}

/** Reads the templates from their folder, each once. */
export function openPages(): Pages {
  const eta = new Eta({ views: `${import.meta.dirname}/pages`, cache: true, autoEscape: true });
  const frame = (language: Language) => ({
    ...{ language, direction: directionOf(language), t: pageTexts[language] },
    others: languages.flatMap((other) =>
      other === language ? [] : [{ language: other, name: ownNames[other] }],
    ),
  });
  return {
    check: ({ verdict, ...page }) =>
      eta.render("./verify", {
        ...{ ...frame(page.language), ...page },
        verdict: verdict && {
          ...{ tone: verdict.tone, sign: signs[verdict.tone] },
          word: pageTexts[page.language][`word.${verdict.tone}`],
          text: pageTexts[page.language][`reason.${verdict.reason}`],
          rows: verdict.paper === null ? [] : paperRows(verdict.paper, page.language),
        },
      }),
    terms: (language) => eta.render("./terms", { ...frame(language), ...vocabulary(language) }),
  };
}

const terms = [
  ...(["WorkRecordCredential", "SkillCredential", "TrainingCredential", "kind", "occupation"] as const),
  ...(["months", "skill", "course", "hours", "level", "confirmedBy", "reachedBy"] as const),
  ...(["confirmedIn", "name"] as const),
] as const;
const levelTexts = ["level.1", "level.2", "level.3", "level.4"] as const satisfies readonly PageText[];

/** Every word of ours that stands in a credential, and the catalogue its numbers are from. */
const vocabulary = (language: Language) => ({
  terms: terms.map((name) => ({ name, text: pageTexts[language][`term.${name}`] })),
  levels: levelTexts.map((level) => pageTexts[language][level]),
  catalogue: [
    ...skills.map(({ number }) => ({ number, label: achievementLabels[language][`skill.${number}`] })),
    ...courses.map(({ number }) => ({ number, label: achievementLabels[language][`course.${number}`] })),
  ],
});
