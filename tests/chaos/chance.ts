/** Chance that can be played again: the same seed gives the same row of decisions. */
export interface Chance {
  readonly seed: number;
  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number;
  /** True in this share of the cases. */
  happens(share: number): boolean;
  /** The same things in another order. */
  shuffled<T>(things: readonly T[]): readonly T[];
}

/** The seed of this run: `CHAOS_SEED` to play one again, else a new one. Print it. */
export const seedOfThisRun = (): number => Number(process.env.CHAOS_SEED ?? Date.now() % 1_000_000_007);

/** Mulberry32, a small generator that is even enough for deciding whom to kill. */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    seed,
    between: (least, most) => least + Math.floor(next() * (most - least + 1)),
    happens: (share) => next() < share,
    shuffled: (things) =>
      things
        .map((thing) => ({ thing, rank: next() }))
        .sort((one, other) => one.rank - other.rank)
        .map(({ thing }) => thing),
  };
}
