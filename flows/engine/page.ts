import type { Asked } from "./session.ts";

/** The most options one screen shows without paging: one digit each, and WhatsApp's ten rows leave one for "Back". */
export const mostOnOneScreen = 9;
/** How many options a page of a longer list shows; the digit after the last means "More". */
export const pageSize = 8;
export const moreDigit = pageSize + 1;

export const hasPages = (options: readonly string[]): boolean => options.length > mostOnOneScreen;

/** The options that are on the screen now, in the order shown. */
export function onPage(asked: Pick<Asked, "options" | "page">): readonly string[] {
  if (!hasPages(asked.options)) return asked.options;
  return asked.options.slice(asked.page * pageSize, (asked.page + 1) * pageSize);
}

/** The page after this one; the first again after the last. */
export const nextPage = (asked: Asked): number =>
  (asked.page + 1) * pageSize < asked.options.length ? asked.page + 1 : 0;
