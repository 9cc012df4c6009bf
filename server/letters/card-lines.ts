import { livelihoodLabels } from "../../locales/livelihoods.ts";
import type { CardView } from "../../union/digests/card-view.ts";
import type { EmployerWords, WordKey } from "./employer-words.ts";

/** What an employer reads about a candidate. */
export interface CardLines {
  readonly code: string;
  readonly title: string;
  readonly lines: readonly string[];
}

/** Puts a card into words: the same in a letter and on the page. */
export function cardLines(view: CardView, words: EmployerWords): CardLines {
  const { say } = words;
  const work = workLabel(view.work, words);
  const lines = [
    view.experience === null ? null : say(`card.years.${view.experience}`),
    say(view.isSamePlace ? "card.place.same" : "card.place.other"),
    view.languages.length === 0 ? null : say("card.languages", { languages: languageNames(view, words) }),
    credentialLine(view, words),
    view.reasons.length === 0
      ? null
      : say("card.reasons", {
          reasons: listed(
            view.reasons.map((reason) => say(`card.reason.${reason}`)),
            words,
          ),
        }),
  ];
  return {
    code: view.code,
    title: say("card.title", { code: view.code, work }),
    lines: lines.filter((line) => line !== null),
  };
}

/** The label of a kind of work; "Other" for one that is not in the menu. */
export function workLabel(key: string, { language }: EmployerWords): string {
  const labels: Readonly<Record<string, string>> = livelihoodLabels[language];
  return labels[key] ?? livelihoodLabels[language]["work.other"];
}

const kinds: Readonly<Record<string, WordKey>> = {
  "work-record": "card.kind.work-record",
  skill: "card.kind.skill",
  training: "card.kind.training",
};

function credentialLine({ ticks }: CardView, words: EmployerWords): string | null {
  if (ticks === null) return null;
  const names = ticks.kinds.flatMap((kind) => (kinds[kind] === undefined ? [] : [words.say(kinds[kind])]));
  return words.say("card.credentials.level", {
    credentials: words.count("card.credentials", ticks.count),
    kinds: listed(names, words),
    level: ticks.level,
  });
}

function languageNames({ languages }: CardView, words: EmployerWords): string {
  const names = new Intl.DisplayNames([words.language], { type: "language" });
  return listed(
    languages.map((language) => names.of(language) ?? language),
    words,
  );
}

const listed = (items: readonly string[], { language }: EmployerWords): string =>
  new Intl.ListFormat(language, { style: "short", type: "unit" }).format(items);
