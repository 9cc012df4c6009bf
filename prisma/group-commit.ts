/** Does the same thing to many items inside one transaction, and gives one result per item, in order. */
export type Operation<Tx, In, Out> = (tx: Tx, items: readonly In[]) => Promise<readonly Out[]>;

/** Writes that share transactions: one wait for the disk serves all that arrived meanwhile. */
export interface GroupCommit<Tx> {
  /** Names an operation once; each call of what it returns settles after the transaction that holds its item is on disk. */
  of<In, Out>(operation: Operation<Tx, In, Out>): (item: In) => Promise<Out>;
  /** One piece of work of its own. */
  once<Out>(work: (tx: Tx) => Promise<Out>): Promise<Out>;
  /** Settles when nothing is waiting or being written any more. */
  drained(): Promise<void>;
}

/** Items of one operation per transaction: beyond this, others would wait too long. */
const mostTogether = 128;

/** An operation's waiting items, seen from outside: how many, and what to do with them in a transaction. */
interface Waiting<Tx> {
  size(): number;
  take(most: number): Batch<Tx>;
}
interface Batch<Tx> {
  run(tx: Tx): Promise<void>;
  /** The transaction is on disk: tell those who wait. */
  succeed(): void;
  /** Each item again, alone, so that only the one at fault fails. */
  singles(): readonly Batch<Tx>[];
  fail(fault: unknown): void;
  readonly length: number;
}

/**
 * Collects writes while one transaction is being written and puts them all into the next.
 *
 * When a transaction fails, each of its items is tried again in a transaction of its own: a faulty item fails alone.
 *
 * @param transact runs work in one transaction and settles when it is durable; it must roll back when work throws.
 */
export function groupCommit<Tx>(
  transact: (work: (tx: Tx) => Promise<void>) => Promise<void>,
): GroupCommit<Tx> {
  const operations: Waiting<Tx>[] = [];
  let writing: Promise<void> | null = null;

  const wake = () => {
    writing ??= writeAll().finally(() => {
      writing = null;
      if (operations.some((operation) => operation.size() > 0)) wake();
    });
  };

  const writeAll = async () => {
    while (operations.some((operation) => operation.size() > 0)) {
      await boarding();
      await attempt(
        operations
          .filter((operation) => operation.size() > 0)
          .map((operation) => operation.take(mostTogether)),
      );
    }
  };

  const attempt = async (batches: readonly Batch<Tx>[]): Promise<void> => {
    try {
      await transact(async (tx) => {
        for (const batch of batches) await batch.run(tx);
      });
    } catch (fault) {
      const singles = batches.flatMap((batch) => batch.singles());
      const [only] = singles;
      if (singles.length === 1 && only !== undefined) return only.fail(fault);
      for (const single of singles) await attempt([single]);
      return;
    }
    for (const batch of batches) batch.succeed();
  };

  const of = <In, Out>(operation: Operation<Tx, In, Out>): ((item: In) => Promise<Out>) => {
    let queue: Item<In, Out>[] = [];
    operations.push({
      size: () => queue.length,
      take: (most) => {
        const taken = queue.slice(0, most);
        queue = queue.slice(most);
        return batchOf(operation, taken);
      },
    });
    return (item) =>
      new Promise<Out>((resolve, reject) => {
        queue.push({ item, resolve, reject });
        wake();
      });
  };

  const alone = of<(tx: Tx) => Promise<void>, void>(async (tx, works) => {
    for (const work of works) await work(tx);
    return works.map(() => undefined);
  });

  return {
    of,
    async once(work) {
      let result: { readonly value: Awaited<ReturnType<typeof work>> } | null = null;
      await alone(async (tx) => {
        result = { value: await work(tx) };
      });
      return ran<Awaited<ReturnType<typeof work>>>(result);
    },
    async drained() {
      while (writing !== null) await writing;
    },
  };
}

/** How long a transaction waits for company, in milliseconds: with 3, a busy server writes four times as many messages to one wait for the disk. */
const boardingMs = 3;

/** Lets everything that has just arrived come aboard before the transaction leaves. */
const boarding = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, boardingMs));

interface Item<In, Out> {
  readonly item: In;
  readonly resolve: (out: Out) => void;
  readonly reject: (fault: unknown) => void;
}

function batchOf<Tx, In, Out>(operation: Operation<Tx, In, Out>, items: readonly Item<In, Out>[]): Batch<Tx> {
  let results: readonly Out[] = [];
  return {
    length: items.length,
    run: async (tx) => {
      results = await operation(
        tx,
        items.map(({ item }) => item),
      );
      if (results.length !== items.length)
        throw new Error(`An operation gave ${results.length} results for ${items.length} items.`);
    },
    succeed: () => {
      let at = 0;
      for (const result of results) items[at++]?.resolve(result);
    },
    singles: () => items.map((item) => batchOf(operation, [item])),
    fail: (fault) => {
      for (const { reject } of items) reject(fault);
    },
  };
}

function ran<Out>(result: { readonly value: Out } | null): Out {
  if (result === null) throw new Error("A piece of work was committed without having run.");
  return result.value;
}
