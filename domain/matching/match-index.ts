import type { Candidate } from "./candidate.ts";
import { minorGroup } from "./kinship.ts";
import { createPosting, type Posting } from "./posting.ts";

/** Everybody who may be matched, findable by the work they do and where they are. */
export interface MatchIndex {
  readonly size: () => number;
  readonly get: (id: string) => Candidate | undefined;
  /** Adds somebody, or takes over what changed about her. */
  readonly put: (candidate: Candidate) => void;
  readonly remove: (id: string) => void;
  /**
   * Visits everybody with work in one of these ISCO-08 minor groups in one of these areas, each person once, in no
   * order. Not to be called again, nor anything changed, within a visit.
   */
  readonly visit: (
    minorGroups: Iterable<string>,
    areas: Iterable<string>,
    each: (candidate: Candidate) => void,
  ) => void;
}

/** Builds the index; it holds some hundred bytes for each member beside what was handed in. */
export function createMatchIndex(candidates: Iterable<Candidate> = []): MatchIndex {
  const postings = new Map<string, Posting>();
  const rowOf = new Map<string, number>();
  const held: (Candidate | undefined)[] = [];
  const free: number[] = [];
  /** In which visit a row was last seen: somebody with three trades is still told of an opening once. */
  let seenIn = new Uint32Array(1024);
  let visits = 0;

  const newRow = (): number => {
    const row = free.pop() ?? held.length;
    if (row >= seenIn.length) {
      const larger = new Uint32Array(seenIn.length * 2);
      larger.set(seenIn);
      seenIn = larger;
    }
    return row;
  };
  const withdraw = (row: number): void => {
    const before = held[row];
    if (before !== undefined) for (const key of keysOf(before)) postings.get(key)?.remove(row);
  };
  const put = (candidate: Candidate): void => {
    const row = rowOf.get(candidate.id) ?? newRow();
    withdraw(row);
    held[row] = candidate;
    rowOf.set(candidate.id, row);
    for (const key of keysOf(candidate)) {
      const posting = postings.get(key) ?? createPosting();
      postings.set(key, posting);
      posting.add(row);
    }
  };
  for (const candidate of candidates) put(candidate);

  return {
    size: () => rowOf.size,
    get: (id) => held[rowOf.get(id) ?? -1],
    put,
    remove: (id) => {
      const row = rowOf.get(id);
      if (row === undefined) return;
      withdraw(row);
      held[row] = undefined;
      rowOf.delete(id);
      free.push(row);
    },
    visit: (minorGroups, areas, each) => {
      visits += 1;
      const groups = [...minorGroups];
      for (const area of areas)
        for (const group of groups)
          for (const row of postings.get(keyOf(group, area))?.rows() ?? []) {
            if (seenIn[row] === visits) continue;
            seenIn[row] = visits;
            const candidate = held[row];
            if (candidate !== undefined) each(candidate);
          }
    },
  };
}

const keyOf = (group: string, area: string): string => `${group} ${area}`;

/** Each once, whatever somebody's occupations have in common; only the first three are looked at. */
const keysOf = ({ occupations, spot }: Candidate): ReadonlySet<string> =>
  new Set(occupations.slice(0, 3).map(({ isco }) => keyOf(minorGroup(isco), spot.area)));
