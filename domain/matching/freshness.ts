import type { Moment } from "../moment.ts";
import { between0And1 } from "./neutral.ts";
import type { Opening } from "./opening.ts";

/** How new an opening is: 1 when it opens, half at its end. */
export function freshness(
  { openedAt, validUntil }: Pick<Opening, "openedAt" | "validUntil">,
  now: Moment,
): number {
  const length = validUntil - openedAt;
  return length <= 0 ? 0.5 : 1 - between0And1((now - openedAt) / length) / 2;
}
