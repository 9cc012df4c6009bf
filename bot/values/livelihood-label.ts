import type { Language } from "../../domain/language.ts";
import type { Locales } from "../../locales/index.ts";
import type { PersonRow } from "../../prisma/rows/scene.ts";

/** What a person works as, as exactly as she told: the kind of work, its group, or her own words. */
export function livelihoodLabel(
  { livelihood, work, workOther }: Pick<PersonRow, "livelihood" | "work" | "workOther">,
  language: Language,
  { text }: Pick<Locales, "text">,
): string {
  if (livelihood !== null) return text(language, "livelihoods", `work.${livelihood}`);
  if (workOther !== null) return workOther;
  return work === null ? text(language, "common", "none") : text(language, "livelihoods", `group.${work}`);
}
