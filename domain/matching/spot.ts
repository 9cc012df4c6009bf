/** Where somebody lives or works, no more exactly than was told: an area, and a point in it where one is known. */
export interface Spot {
  /** A district or settlement of the gazetteer. */
  readonly area: string;
  readonly point: Point | null;
}

/** In degrees, WGS 84. */
export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

const kmInDegree = 111.195;
const radians = Math.PI / 180;

/**
 * Kilometres between two points as the crow flies, on a flat map at their latitude: within 1 % up to 200 km
 * outside the polar circles, which is finer than anybody told us.
 */
export function kilometresBetween(one: Point, other: Point): number {
  const around = Math.abs(one.longitude - other.longitude) % 360;
  const east = Math.min(around, 360 - around) * Math.cos(((one.latitude + other.latitude) / 2) * radians);
  return Math.hypot(one.latitude - other.latitude, east) * kmInDegree;
}
