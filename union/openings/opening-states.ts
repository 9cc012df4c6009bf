/** How an opening stands: `held` waits for a caseworker's look; the last three are for good. */
export const openingStates = ["open", "held", "paused", "filled", "closed", "expired"] as const;
/** The ways an opening ends. */
export type OpeningEnd = "filled" | "closed" | "expired";

/** The openings that are not over, as a condition of a query. */
export const liveOpening = { state: { in: ["open", "held", "paused"] } };
