import { readFileSync } from "node:fs";

/**
 * Loaded into a process of the service before anything else (`--import`), this moves its wall clock by as many milliseconds
 * as stand in a file, looked at again and again: so that a round always begins on the same day at noon, and need not wait
 * for minutes to pass. Node's own timers and the clock that only grows are left alone.
 */
const file = process.env.CLOCK_OFFSET_FILE;
const lookEveryMs = 20;

if (file !== undefined) {
  const TrueDate = globalThis.Date;
  const readOffset = (): number => Number(readFileSync(file, "utf8")) || 0;
  let offset = readOffset();
  const now = (): number => TrueDate.now() + offset;
  globalThis.Date = new Proxy(TrueDate, {
    construct: (target, given, newTarget) =>
      Reflect.construct(target, given.length === 0 ? [now()] : given, newTarget),
    get: (target, name, receiver) => (name === "now" ? now : Reflect.get(target, name, receiver)),
  });
  setInterval(() => {
    offset = readOffset();
  }, lookEveryMs).unref();
}
