import type { Language } from "../../domain/language.ts";
import type { FlowId } from "../../flows/index.ts";
import type { Locales } from "../../locales/index.ts";
import type { PersonRow } from "../../prisma/rows/scene.ts";
import { livelihoodLabel } from "./livelihood-label.ts";

/** What the placeholders of any text stand for: what is kept about the person, in the words of the language. */
export function personValues(
  person: PersonRow | null,
  language: Language,
  locales: Pick<Locales, "text">,
): Readonly<Record<string, string>> {
  const none = locales.text(language, "common", "none", {});
  const label = (flow: FlowId, question: string, option: string | null): string =>
    option === null ? none : locales.text(language, flow, `${question}.${option}`, {});
  const yesNo = (value: boolean | null): string =>
    value === null ? none : locales.text(language, "common", value ? "yes" : "no", {});
  return {
    name: person?.name ?? none,
    number: person?.number ?? none,
    place: person?.place ?? none,
    work: person === null ? none : livelihoodLabel(person, language, locales),
    age: label("join", "age", person?.ageBand ?? null),
    shared: yesNo(person?.sharedPhone ?? null),
    alerts: yesNo(person?.jobAlerts ?? null),
    language: label("language", "language", language),
  };
}
