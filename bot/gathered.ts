/** Gathers what is said within one moment and says it together: a burst costs one ring instead of hundreds. */
export function gathered<Item>(say: (items: readonly Item[]) => Promise<unknown>): (item: Item) => void {
  let waiting: Item[] = [];
  return (item) => {
    if (waiting.length === 0) {
      setImmediate(() => {
        const together = waiting;
        waiting = [];
        void say(together);
      });
    }
    waiting.push(item);
  };
}
