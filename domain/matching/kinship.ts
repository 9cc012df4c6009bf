import type { Opening } from "./opening.ts";

/**
 * How close a kind of work is to the one an opening asks for, 0 to 1: the same unit group of ISCO-08, one named as
 * related, the same minor group (three digits), the same sub-major group (two). Each step is as far as the codes tell.
 */
export function kinship(isco: string, { isco: asked, related }: Pick<Opening, "isco" | "related">): number {
  if (isco === asked) return 1;
  if (related.includes(isco)) return 0.7;
  if (isco[0] !== asked[0] || isco[1] !== asked[1]) return 0;
  return isco[2] === asked[2] ? 0.5 : 0.3;
}

/** The minor group of an ISCO-08 unit group: its first three digits. */
export const minorGroup = (isco: string): string => isco.slice(0, 3);
