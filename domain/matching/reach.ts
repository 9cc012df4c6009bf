import type { Candidate } from "./candidate.ts";
import type { Opening } from "./opening.ts";
import { kilometresBetween } from "./spot.ts";

/** Where nobody asked how far she can travel: about an hour by bus. Our own estimate. */
const usualTravelKm = 15;

/**
 * How much of the way she can travel the opening takes up: 0 next door, 1 as far as she can go, more if it is too
 * far; null where a point is not known.
 */
export function shareOfReach(opening: Opening, { spot, travelKm }: Candidate): number | null {
  if (spot.point === null || opening.spot.point === null) return null;
  const reach = travelKm ?? usualTravelKm;
  const kilometres = kilometresBetween(spot.point, opening.spot.point);
  if (reach <= 0) return kilometres === 0 ? 0 : Number.POSITIVE_INFINITY;
  return kilometres / reach;
}
