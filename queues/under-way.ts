/** Work that was begun and is not over yet. */
export interface UnderWay {
  /** Notes that this has begun; gives it back as it is. */
  note<Out>(work: Promise<Out>): Promise<Out>;
  /** Settles when everything noted so far is over, well or badly. */
  over(): Promise<void>;
}

/** Keeps account of what is under way, so that stopping can wait for it. */
export function underWay(): UnderWay {
  const open = new Set<Promise<unknown>>();
  return {
    note: (work) => {
      open.add(work);
      const forget = (): unknown => open.delete(work);
      work.then(forget, forget);
      return work;
    },
    over: async () => {
      await Promise.allSettled(open);
    },
  };
}
