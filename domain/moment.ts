/** A point in time as whole milliseconds since 1970 (UTC): how moments are stored and compared. */
export type Moment = number;

export const secondMs = 1_000;
export const minuteMs = 60 * secondMs;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;
