import {
  type LivelihoodGroup,
  type LivelihoodId,
  livelihoodOf,
  livelihoods,
} from "../../domain/livelihoods.ts";

/** Years of experience as an employer sees them: the narrow bands, and the wide ones where a narrow one would single somebody out. */
export type ExperienceBand = "0-1" | "2-4" | "5-9" | "10+" | "0-4" | "5+";

/** Her work as an employer sees it: a key of the labels of the livelihood menu. */
export type WorkShown = `work.${LivelihoodId}` | `group.${LivelihoodGroup}` | "work.other";

/** How many members look the same in what tells them apart. */
export interface Cell {
  readonly livelihood: string | null;
  readonly years: number | null;
  readonly language: string;
  readonly members: number;
}

/** What tells one member of a country from another on a card; null where it is left out. */
export interface Traits {
  readonly work: WorkShown;
  readonly experience: ExperienceBand | null;
  readonly language: string | null;
}

/** How many members with a yes to job alerts must look the same on a card, if nothing else is said: our own rule, as strict as most publishers of small tables are. */
export const usualCrowd = 5;

/**
 * Tells as much of a member as at least so many others share with her, she among them: first all of it, then only her
 * field of work, a wider band of years, no language, no years. Null where even that would single her out.
 *
 * @param cells  the members of her country who said yes to job alerts
 */
export function blendIn(
  hers: Omit<Cell, "members">,
  cells: readonly Cell[],
  smallest: number,
): Traits | null {
  const { years, language } = hers;
  const narrow = years === null ? null : narrowBand(years);
  const wide = years === null ? null : wideBand(years);
  const field = fieldOf(hers.livelihood);
  const steps: readonly Traits[] = [
    { work: workOf(hers.livelihood), experience: narrow, language },
    { work: field, experience: narrow, language },
    { work: field, experience: wide, language },
    { work: field, experience: wide, language: null },
    { work: field, experience: null, language: null },
  ];
  const size = (traits: Traits): number =>
    cells.reduce((sum, cell) => (looksLike(cell, traits) ? sum + cell.members : sum), 0);
  return steps.find((traits) => size(traits) >= smallest) ?? null;
}

/** The ids of all livelihoods that share a field with this one; null for other work, which is a field of its own. */
export function sameField(livelihood: string | null): readonly string[] | null {
  const group = livelihood === null ? undefined : livelihoodOf(livelihood)?.group;
  if (group === undefined) return null;
  return livelihoods.filter((one) => one.group === group).map(({ id }) => id);
}

const looksLike = (cell: Cell, { work, experience, language }: Traits): boolean =>
  (workOf(cell.livelihood) === work || fieldOf(cell.livelihood) === work) &&
  (language === null || cell.language === language) &&
  (experience === null ||
    (cell.years !== null && [narrowBand(cell.years), wideBand(cell.years)].includes(experience)));

const workOf = (livelihood: string | null): WorkShown => {
  const known = livelihoods.find(({ id }) => id === livelihood);
  return known === undefined ? "work.other" : `work.${known.id}`;
};

const fieldOf = (livelihood: string | null): WorkShown => {
  const known = livelihoods.find(({ id }) => id === livelihood);
  return known === undefined ? "work.other" : `group.${known.group}`;
};

const narrowBand = (years: number): ExperienceBand =>
  years < 2 ? "0-1" : years < 5 ? "2-4" : years < 10 ? "5-9" : "10+";

const wideBand = (years: number): ExperienceBand => (years < 5 ? "0-4" : "5+");
