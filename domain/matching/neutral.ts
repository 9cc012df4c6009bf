/** What is not known counts half: neither for nor against anybody. */
export const neutral = 0.5;

/** Brings a share that may lie outside into 0 to 1. */
export const between0And1 = (value: number): number => Math.min(1, Math.max(0, value));
