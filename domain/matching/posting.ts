/** A growing list of row numbers, kept close together in memory. */
export interface Posting {
  readonly rows: () => Int32Array;
  readonly add: (row: number) => void;
  /** Takes one out; the order of the others may change. */
  readonly remove: (row: number) => void;
}

/** An empty list. */
export function createPosting(): Posting {
  let held = new Int32Array(4);
  let length = 0;
  return {
    rows: () => held.subarray(0, length),
    add: (row) => {
      if (length === held.length) {
        const larger = new Int32Array(length * 2);
        larger.set(held);
        held = larger;
      }
      held[length] = row;
      length += 1;
    },
    remove: (row) => {
      const at = held.subarray(0, length).indexOf(row);
      if (at < 0) return;
      length -= 1;
      held[at] = held[length] ?? 0;
    },
  };
}
