/** Keeps the best few of many, without keeping the many. */
export interface BestList<Item> {
  readonly add: (item: Item) => void;
  /** False for a score that could no longer come in, not even as an equal. */
  readonly hasRoomFor: (score: number) => boolean;
  /** Best first. */
  readonly items: () => readonly Item[];
}

interface Ranked {
  readonly id: string;
  readonly score: number;
  readonly turn: number;
}

/** An empty list for at most so many; of two with the same score the one with the lower turn is better. */
export function createBestList<Item extends Ranked>(most: number): BestList<Item> {
  const items: Item[] = [];
  const isBetter = (one: Item, other: Item): boolean =>
    one.score !== other.score
      ? one.score > other.score
      : one.turn !== other.turn
        ? one.turn < other.turn
        : one.id < other.id;
  return {
    hasRoomFor: (score) => items.length < most || score >= (items.at(-1)?.score ?? Number.POSITIVE_INFINITY),
    add: (item) => {
      let [low, high] = [0, items.length];
      while (low < high) {
        const middle = (low + high) >>> 1;
        const there = items[middle];
        if (there !== undefined && isBetter(there, item)) low = middle + 1;
        else high = middle;
      }
      items.splice(low, 0, item);
      if (items.length > most) items.pop();
    },
    items: () => items,
  };
}
