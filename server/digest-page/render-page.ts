import { fileURLToPath } from "node:url";
import { Eta } from "eta";
import { declineReasons } from "../../domain/digest-reply.ts";
import { directionOf, type Language } from "../../domain/language.ts";
import { timeZoneOf } from "../../domain/time-zone.ts";
import type { CardStanding, DigestContent } from "../../union/digests/digest-content.ts";
import type { Noted } from "../../union/digests/note-decisions.ts";
import { cardLines, workLabel } from "../letters/card-lines.ts";
import { type EmployerWords, employerWords, type WordKey } from "../letters/employer-words.ts";

const eta = new Eta({ views: fileURLToPath(new URL("templates", import.meta.url)), cache: true });

/** Where the forms and links of a digest's page lead. */
export interface PageAddresses {
  readonly page: string;
  readonly unsubscribe: string;
}

/** The page of a digest in the employer's language, with what became of a decision above it. */
export function digestHtml(digest: DigestContent, addresses: PageAddresses, noted: Noted | null): string {
  const { employer, opening, funnel } = digest;
  const words = employerWords(employer.language);
  const { say } = words;
  const place = opening.place.replaceAll(/\s+/g, " ");
  const work = workLabel(`work.${opening.livelihood}`, words);
  return eta.render("./digest", {
    language: employer.language,
    direction: directionOf(employer.language),
    say,
    heading: say("digest.heading", { work, place, code: opening.code }),
    note: noted === null ? null : noteOf(noted, words, employer.country),
    funnel: say("digest.funnel", { ...funnel }),
    isLive: opening.isLive,
    cards: digest.cards.map((card) => cardOf(card, words, employer.country)),
    action: addresses.page,
    unsubscribe: addresses.unsubscribe,
    reasons: declineReasons.map((value) => ({ value, label: say(`decline.${value}`) })),
  });
}

function cardOf(card: CardStanding, words: EmployerWords, country: string | null) {
  if (card.kind === "waiting") return { ...cardLines(card.view, words), standing: null };
  const plain = { code: card.code, title: card.code, lines: [] };
  return card.kind === "gone"
    ? { ...plain, standing: words.say("page.gone") }
    : { ...plain, standing: words.say(`page.said.${card.verdict}`, { on: dayOf(card.on, words, country) }) };
}

function noteOf(noted: Noted, words: EmployerWords, country: string | null): string {
  const about = (text: string): string => `${noted.card}: ${text}`;
  switch (noted.kind) {
    case "noted":
      return about(words.say(`page.noted.${noted.verdict}`));
    case "already":
      return about(words.say(`page.already.${noted.verdict}`, { on: dayOf(noted.on, words, country) }));
    case "unknown":
    case "not_yours":
    case "withdrawn":
      return about(words.say("page.gone"));
  }
}

/** Days as they are written in letters: "24 November 2026", in Latin digits. */
const dayLocale: Readonly<Record<Language, string>> = { en: "en-GB", ar: "ar-u-nu-latn", fr: "fr" };

const dayOf = (at: Date, { language }: EmployerWords, country: string | null): string =>
  new Intl.DateTimeFormat(dayLocale[language], { dateStyle: "long", timeZone: timeZoneOf(country) }).format(
    at,
  );

/** A page of a few words, and a button at most. */
export function noteHtml(
  language: Language,
  heading: WordKey,
  text: WordKey,
  button: { readonly label: WordKey; readonly action: string } | null = null,
): string {
  const { say } = employerWords(language);
  return eta.render("./note", {
    language,
    direction: directionOf(language),
    heading: say(heading),
    text: say(text),
    footer: say("footer"),
    button: button === null ? null : { label: say(button.label), action: button.action },
  });
}
