/** One thing that was measured. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** What was hoped for, in the same unit. */
  readonly aim: string;
  /** What exactly was measured, so that the number means something. */
  readonly how: string;
}

/** Rounds to three digits that count. */
export const rounded = (value: number): number => Number(value.toPrecision(3));

/** The value below which that share of sorted values lies. */
export const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
