/** Work that nobody waits for, watched so that somebody can. */
export interface WorkInHand {
  /** The same function, watched. */
  watch<In, Out>(work: (input: In) => Promise<Out>): (input: In) => Promise<Out>;
  /** Settles when everything is done that was begun, and that this began in turn. Faults are not its matter. */
  done(): Promise<void>;
}

/** Watches functions that begin one another without waiting, as a doorbell does. */
export function workInHand(): WorkInHand {
  const inHand = new Set<Promise<unknown>>();
  return {
    watch: (work) => (input) => {
      const working = work(input);
      inHand.add(working);
      const forget = (): unknown => inHand.delete(working);
      working.then(forget, forget);
      return working;
    },
    async done() {
      // Rings are gathered until the event loop comes round, and only then is the next work begun: so twice with nothing to do.
      for (let quietTurns = 0; quietTurns < 2; quietTurns += 1) {
        if (inHand.size > 0) quietTurns = 0;
        await Promise.allSettled(inHand);
        await new Promise((resolve) => setImmediate(resolve));
      }
    },
  };
}
